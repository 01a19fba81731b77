import Support
import Testing
import Training

/// Which snapshots a run keeps.
@Suite struct SnapshotPlanTests {
  private func plan(
    steps: Int, batch: Int, window: Int, bytes: Int, other: Int = 0
  ) throws -> SnapshotPlan {
    let tokenizer = try SmallWorld.tokenizer()
    var request = SmallWorld.request(SmallWorld.configuration(tokenizer), steps: steps)
    (request.batch, request.window, request.snapshotInterval) = (batch, window, nil)
    return SnapshotPlan(request, bytes: bytes, otherBytes: other)
  }

  /// What is left once every step was made.
  private func kept(_ plan: SnapshotPlan, steps: Int) -> [Int] {
    var kept = [0]
    for step in 1...steps where step % plan.interval == 0 || step == steps {
      kept.append(step)
      let surplus = Set(plan.surplus(of: kept))
      kept.removeAll { surplus.contains($0) }
    }
    return kept
  }

  private func largestGap(_ steps: [Int]) -> Int {
    zip(steps, steps.dropFirst()).map { $1 - $0 }.max() ?? 0
  }

  @Test func aThousandStepsOfTheSmallModelFitTheBudgetEvenly() throws {
    let plan = try plan(steps: 1000, batch: 12, window: 64, bytes: 9_750_000, other: 1_000_000)
    #expect(plan == SnapshotPlan(interval: 20, limit: 26))
    let kept = kept(plan, steps: 1000)
    #expect(kept.count == 26 && kept.first == 0 && kept.last == 1000)
    #expect(largestGap(kept) == 40)
  }

  @Test func aRunStoppedEarlyIsDense() throws {
    let plan = try plan(steps: 1_000_000, batch: 12, window: 64, bytes: 9_750_000)
    #expect(largestGap(kept(plan, steps: 300)) <= 33)
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
    let plan = SnapshotPlan(request, bytes: 1 << 40, otherBytes: 0)
    #expect(plan == SnapshotPlan(interval: 5, limit: nil))
    #expect(plan.surplus(of: [0, 5, 10, 12]).isEmpty)
  }

  @Test func thinningKeepsTheEndsAndEvenGaps() {
    #expect(SnapshotPlan.surplus(of: [0, 10, 20, 30, 40, 45], limit: 4) == [40, 10])
    #expect(SnapshotPlan.surplus(of: [0, 10, 20, 30, 40], limit: 0) == [10, 30, 20])
    #expect(SnapshotPlan.surplus(of: [0], limit: 1).isEmpty)
  }
}
