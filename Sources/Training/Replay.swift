import Kernels
import Models

/// Plays a recorded run again, proving each step against its record.
package struct Replay: Sendable {
  package let run: RecordedRun
  package private(set) var trainer: Trainer

  /// The first thing that was not the same.
  package struct Mismatch: Error, CustomStringConvertible {
    package let description: String
  }

  /// Starts at a snapshot; at step 0, which proves the whole run, if none is named.
  package init(_ run: RecordedRun, from step: Int = 0) throws {
    self.run = run
    trainer = try run.trainer(atSnapshot: step)
    if step > 0 {
      try Self.require(
        trainer.model.trainable.fingerprint, is: run.steps[step - 1].weights,
        "snapshot of step \(step)")
    }
  }

  /// Starts at a state of the run that is proven already.
  init(_ run: RecordedRun, at trainer: Trainer) {
    self.run = run
    self.trainer = trainer
  }

  /// Plays the next step and compares it. Throws `Mismatch` if a bit differs.
  package mutating func step(
    isTraced: Bool = false, pool: WorkerPool
  ) throws -> (outcome: Trainer.Outcome, batch: TrainingBatch, record: StepRecord) {
    let record = run.steps[trainer.completedSteps]
    let batch = run.data.batch(step: record.step, run.request)
    try Self.require(batch.fingerprint, is: record.batch, "step \(record.step): the batch")
    let outcome = try trainer.step(on: batch, isTraced: isTraced, pool: pool)
    guard outcome.loss.bitPattern == record.loss.bitPattern else {
      throw Mismatch(
        description: "step \(record.step): the loss is \(outcome.loss), recorded \(record.loss)")
    }
    try Self.require(
      trainer.model.trainable.fingerprint, is: record.weights,
      "step \(record.step): the weights")
    return (outcome, batch, record)
  }

  private static func require(
    _ found: Fingerprint, is expected: Fingerprint, _ what: String
  ) throws {
    guard found == expected else {
      throw Mismatch(
        description: "\(what) differ: fingerprint \(found), recorded \(expected);"
          + " the record was changed, or another version of the program made it")
    }
  }
}
