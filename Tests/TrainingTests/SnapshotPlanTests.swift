import Support
import Testing
import Training

/// Which snapshots a run keeps.
@Suite struct SnapshotPlanTests {
  private func plan(
    steps: Int, batch: Int, window: Int, bytes: Int, other: Int = 0
  ) throws -> SnapshotPlan {
    let request = try request(steps: steps, batch: batch, window: window)
    return SnapshotPlan(request, first: bytes, bytes: bytes, otherBytes: other)
  }

  private func request(
    steps: Int, batch: Int = 12, window: Int = 64
  ) throws -> TrainingRequest {
    let tokenizer = try SmallWorld.tokenizer()
    var request = SmallWorld.request(SmallWorld.configuration(tokenizer), steps: steps)
    (request.batch, request.window, request.snapshotInterval) = (batch, window, nil)
    return request
  }

  /// What is left once every step was made.
  private func kept(_ plan: SnapshotPlan, steps: Int) -> [Int] {
    var kept = [0]
    for step in 1...steps where step % plan.interval == 0 || step == steps {
      kept.append(step)
      let surplus = Set(plan.surplus(of: kept.map { ($0, 0) }))
      kept.removeAll { surplus.contains($0) }
    }
    return kept
  }

  private func largestGap(_ steps: [Int]) -> Int {
    zip(steps, steps.dropFirst()).map { $1 - $0 }.max() ?? 0
  }

  @Test func aThousandStepsOfTheSmallModelFitTheBudgetEvenly() throws {
    let plan = try plan(steps: 1000, batch: 12, window: 64, bytes: 8_860_000, other: 1_000_000)
    #expect(plan.interval == 38 && plan.limit == 28)
    let kept = kept(plan, steps: 1000)
    #expect(kept.count == 28 && kept.first == 0 && kept.last == 1000)
    #expect(largestGap(kept) == 38)
  }

  @Test func aRunStoppedEarlyIsDense() throws {
    let plan = try plan(steps: 1_000_000, batch: 12, window: 64, bytes: 9_750_000)
    #expect(largestGap(kept(plan, steps: 300)) <= 48)
    let long = kept(plan, steps: 5000)
    #expect(long.count == 26 && largestGap(long) <= 2 * 5000 / 25 + plan.interval)
  }

  @Test func aSmallModelKeepsAllAndALargeOneTheEnds() throws {
    let small = try plan(steps: 700, batch: 2, window: 16, bytes: 34_000)
    #expect(kept(small, steps: 700) == Array(stride(from: 0, through: 640, by: 64)) + [700])
    let large = try plan(steps: 100, batch: 8, window: 1024, bytes: 1_500_000_000)
    #expect(kept(large, steps: 100) == [0, 100])
  }

  @Test func anIntervalThatWasAskedForIsKept() throws {
    let tokenizer = try SmallWorld.tokenizer()
    let request = SmallWorld.request(SmallWorld.configuration(tokenizer))
    let plan = SnapshotPlan(request, first: 0, bytes: 1 << 40, otherBytes: 0)
    #expect(plan.interval == 5 && plan.limit == nil)
    #expect(plan.surplus(of: [0, 5, 10, 12].map { ($0, 1 << 50) }).isEmpty)
  }

  /// Its moments are zeros, which take next to nothing packed: there is room for one more.
  @Test func aSmallFirstSnapshotCounts() throws {
    let request = try request(steps: 1000)
    let plan = SnapshotPlan(request, first: 2_960_172, bytes: 8_861_000, otherBytes: 1_000_000)
    #expect(plan.interval == 36 && plan.limit == 29)
  }

  @Test func snapshotsLargerThanUsualAreFewer() throws {
    let request = try request(steps: 1000)
    let plan = SnapshotPlan(
      request, first: 10_000_000, bytes: 10_000_000, otherBytes: 56_000_000)
    var snapshots = (0..<20).map { (step: 10 * $0, bytes: 10_000_000) }
    #expect(plan.limit == 20)
    #expect(plan.surplus(of: snapshots).isEmpty)
    snapshots[7].bytes += 1
    #expect(plan.surplus(of: snapshots) == [10])
    snapshots.append((205, 5_000_000))
    #expect(plan.surplus(of: snapshots) == [10])
    snapshots[20].bytes = 15_000_000
    #expect(plan.surplus(of: snapshots) == [10, 30])
  }

  @Test func thinningKeepsTheEndsAndEvenGaps() {
    func surplus(_ steps: [Int], limit: Int) -> [Int] {
      SnapshotPlan.surplus(of: steps.map { ($0, 1) }, room: .max, limit: limit)
    }
    #expect(surplus([0, 10, 20, 30, 40, 45], limit: 4) == [40, 10])
    #expect(surplus([0, 10, 20, 30, 40], limit: 0) == [10, 30, 20])
    #expect(surplus([0], limit: 1).isEmpty)
  }

  /// By what they take together, not by their mean: the first is small.
  @Test func asManyStayAsFit() {
    let snapshots = [(step: 0, bytes: 3), (10, 9), (20, 9), (30, 9), (40, 9)]
    #expect(SnapshotPlan.surplus(of: snapshots, room: 39).isEmpty)
    #expect(SnapshotPlan.surplus(of: snapshots, room: 38) == [10])
    #expect(SnapshotPlan.surplus(of: snapshots, room: 30) == [10])
    #expect(SnapshotPlan.surplus(of: snapshots, room: 29) == [10, 30])
    #expect(SnapshotPlan.surplus(of: snapshots, room: -1) == [10, 30, 20])
  }
}
