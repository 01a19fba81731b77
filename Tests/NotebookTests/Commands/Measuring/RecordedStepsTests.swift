import Foundation
import Kernels
import Support
import Testing
import Training

@testable import Notebook

@Suite struct RecordedStepsTests {
  private let shape = TrainingShape(
    layers: 1, heads: 1, width: 8, context: 64, batch: 16, vocabulary: 65)

  @Test func onlyTheRecordedSideLeavesARun() throws {
    let folder = try SmallWorld.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    var steps: RecordedSteps? = try RecordedSteps(
      shape, in: folder, pool: WorkerPool(threadCount: 2))
    _ = try steps?.plain()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    for _ in 0..<2 { _ = try steps?.recorded() }
    // It waits for what is being written.
    steps = nil
    let run = try RecordedRun(RunFolder(folder.appendingPathComponent("bench")))
    #expect(run.steps.count == 2 * RecordedSteps.count + RecordedSteps.count / 2)
    let snapshots = run.steps.filter { $0.snapshot != nil }.map(\.step)
    #expect(snapshots.count >= 2)
    #expect(run.folder.snapshotSteps == [0] + snapshots)
  }

  /// In the middle of what is timed, so that it is also written there.
  @Test func aSnapshotFallsIntoEachRound() throws {
    let folder = try SmallWorld.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let (trainer, data) = try #require(BenchRow.step1M.shape).beginning(steps: 1000)
    let recorder = try RunRecorder(
      trainer, data: data, tokenizer: try SmallWorld.tokenizer(), in: folder, replaces: false)
    #expect(recorder.plan.interval == RecordedSteps.count)
  }

  @Test func bothSidesWorkInTurns() throws {
    var order = ""
    let contest = Contest(
      round: {
        order += "a"
        return Contest.Round(value: 1)
      },
      other: .own("another way") {
        order += "b"
        return Contest.Round(value: 2)
      },
      title: "")
    let outcome = try contest.run(against: nil, seconds: 0, atLeast: 3, in: testSession())
    // Both are warmed up first.
    #expect(order == "abababab")
    #expect(outcome.ours.map(\.value) == [1, 1, 1])
    #expect(outcome.peer.map(\.value) == [2, 2, 2])
    #expect(outcome.peerName == "another way")
  }
}
