import Foundation
import Kernels
import Support
import Testing
import Training

/// Any step of a recorded run, in any order, with little or much memory.
@Suite struct RunWalkTests {
  @Test(arguments: [0, 1 << 20]) func everyStateIsTheRecordedOne(memory: Int) throws {
    try RecordedCase.with { run in
      let walk = RunWalk(run, pool: WorkerPool(threadCount: 2), memory: memory)
      for step in [12, 11, 10, 3, 4, 12, 1, 9, 0, 7] {
        let trainer = try walk.trainer(after: step)
        #expect(trainer.completedSteps == step)
        guard step > 0 else { continue }
        #expect(trainer.model.trainable.fingerprint == run.steps[step - 1].weights)
        let traced = try walk.tracedStep(step)
        #expect(traced.outcome.traced != nil && traced.outcome.step == step)
        #expect(traced.batch.fingerprint == run.steps[step - 1].batch)
        #expect(traced.trainer.optimizer.m.fingerprint == trainer.optimizer.m.fingerprint)
        #expect(traced.trainer.optimizer.v.fingerprint == trainer.optimizer.v.fingerprint)
      }
    }
  }

  @Test func goingBackRecomputesAStepAtMost() throws {
    try RecordedCase.with { run in
      let walk = RunWalk(run, pool: WorkerPool(threadCount: 1))
      _ = try walk.trainer(after: 9)
      for step in [8, 7, 6, 5] {
        var recomputed = 0
        _ = try walk.trainer(after: step) { _, total in recomputed = total }
        #expect(recomputed == (step % 2 == 0 ? 1 : 0), "to step \(step)")
      }
    }
  }

  /// With room for eight states, each of eleven steps back takes few.
  @Test func littleMemoryIsSpreadEvenly() throws {
    try RecordedCase.with { run in
      _ = try run.folder.prune(to: 0)
      let bytes = 3 * 4 * (try run.trainer(atSnapshot: 0).model.trainable.count)
      let walk = RunWalk(run, pool: WorkerPool(threadCount: 1), memory: 8 * bytes)
      _ = try walk.trainer(after: 11)
      for step in stride(from: 10, through: 0, by: -1) {
        _ = try walk.trainer(after: step) { _, total in #expect(total <= 2, "to step \(step)") }
      }
    }
  }

  /// Of a model however small sixteen states are kept: in a wide gap every third.
  @Test func aWideGapIsWalkedBackInFewSteps() throws {
    try RecordedCase.with(steps: 37) { run in
      _ = try run.folder.prune(to: 0)
      let walk = RunWalk(run, pool: WorkerPool(threadCount: 1))
      _ = try walk.trainer(after: 36)
      for step in stride(from: 35, through: 0, by: -1) {
        _ = try walk.trainer(after: step) { _, total in #expect(total <= 2, "to step \(step)") }
      }
    }
  }

  @Test func progressEndsAWalkAndKeepsWhatWasProven() throws {
    struct Stop: Error {}
    try RecordedCase.with { run in
      let walk = RunWalk(run, pool: WorkerPool(threadCount: 1))
      var seen: [[Int]] = []
      #expect(throws: Stop.self) {
        try walk.trainer(after: 4) { done, total in
          seen.append([done, total])
          if done == 2 { throw Stop() }
        }
      }
      #expect(seen == [[0, 4], [1, 4], [2, 4]])
      _ = try walk.trainer(after: 4) { done, total in seen.append([done, total]) }
      #expect(Array(seen[3...]) == [[0, 2], [1, 2]])
    }
  }
}
