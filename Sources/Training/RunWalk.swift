import Foundation
import Kernels
import Models
import Tensors

/// A place inside a recorded run: gives the state after any step and everything in any step, each
/// recomputed from the nearest state before it and proven by its record.
///
/// Complexity: a step asked for costs the steps between it and the nearest snapshot or kept state
/// before it; the last one asked for is kept, and usually one that is at most three steps before.
package final class RunWalk {
  package let run: RecordedRun
  private let pool: WorkerPool
  private var cache: StepCache
  /// States and steps that were let go of leave their memory to those that come.
  private let arena = Arena()

  /// How far a recomputation has come: `done` of `total` steps. Throwing from it ends the
  /// recomputation; what was proven until then is kept.
  package typealias OnProgress = (_ done: Int, _ total: Int) throws -> Void

  /// Room for the states kept between two snapshots of a small model, in bytes, if the machine has it.
  package static let usualMemory = min(640 << 20, Machine.memory / 8)

  /// - Parameter memory: what states kept for going back may take, in bytes
  package init(_ run: RecordedRun, pool: WorkerPool, memory: Int = RunWalk.usualMemory) {
    self.run = run
    self.pool = pool
    cache = StepCache(budget: memory)
  }

  /// The last recorded step.
  package var lastStep: Int { run.steps.count }

  /// Weights and moments after `step`; 0 is before the first. Throws `Replay.Mismatch` if a step in
  /// between does not give its recorded bits, `FileError` if a snapshot is damaged, and what
  /// `onProgress` throws.
  /// - Precondition: `step` is from 0 to `lastStep`.
  package func trainer(
    after step: Int, onProgress: OnProgress = { _, _ in }
  ) throws -> Trainer {
    precondition((0...lastStep).contains(step), "step \(step) is not recorded")
    var replay = try start(atMost: step)
    let first = replay.trainer.completedSteps
    // Of what lies before, every second state, or as many as three quarters of the room hold,
    // evenly: going back from here needs few steps each time.
    let room = max(1, cache.capacity(for: replay.trainer) * 3 / 4)
    let spacing = max(2, (step - first + room - 1) / room)
    while replay.trainer.completedSteps < step {
      try onProgress(replay.trainer.completedSteps - first, step - first)
      _ = try replay.step(pool: pool)
      if (step - replay.trainer.completedSteps) % spacing == 0 { cache.keep(replay.trainer) }
    }
    cache.keep(replay.trainer)
    return replay.trainer
  }

  /// A step with every activation, gradient, moment and update in it, and the state after it.
  /// Throws as `trainer(after:)` does.
  /// - Precondition: `step` is from 1 to `lastStep`.
  package func tracedStep(
    _ step: Int, onProgress: OnProgress = { _, _ in }
  ) throws -> (trainer: Trainer, outcome: Trainer.Outcome, batch: TrainingBatch) {
    precondition((1...lastStep).contains(step), "step \(step) is not recorded")
    var replay = Replay(run, at: try trainer(after: step - 1, onProgress: onProgress))
    let (outcome, batch, _) = try replay.step(isTraced: true, pool: pool)
    cache.keep(replay.trainer)
    return (replay.trainer, outcome, batch)
  }

  /// The nearest proven state at or before `step`.
  private func start(atMost step: Int) throws -> Replay {
    while true {
      let snapshot = run.snapshotStep(atMost: step)
      if let kept = cache.latest(atMost: step), kept.completedSteps >= snapshot {
        return Replay(run, at: kept)
      }
      do {
        return try Replay(run, from: snapshot, in: arena)
      } catch let error as FileError {
        // Where the run goes on in another process, that may have let go of it since it was listed.
        let file = run.folder.snapshot(snapshot).path
        guard snapshot > 0, !FileManager.default.fileExists(atPath: file) else { throw error }
      }
    }
  }
}
