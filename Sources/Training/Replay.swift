import Kernels
import Models
import Tensors

/// Plays a recorded run again, proving each step against its record.
package struct Replay: Sendable {
  package let run: RecordedRun
  package private(set) var trainer: Trainer

  /// The first thing that was not as recorded.
  package struct Mismatch: Error, CustomStringConvertible {
    package let step: Int
    /// What differs, in which tensor first, and the likely cause.
    package let description: String
  }

  /// Starts at a snapshot; at step 0, which proves the whole run, if none is named.
  /// - Parameter arena: where the state lies, and what the steps compute with
  package init(_ run: RecordedRun, from step: Int = 0, in arena: Arena = Arena()) throws {
    self.run = run
    trainer = try run.trainer(atSnapshot: step, in: arena)
    if step > 0 { try requireWeights(run.steps[step - 1], "the snapshot") }
  }

  /// Starts at a state of the run that is proven already.
  init(_ run: RecordedRun, at trainer: Trainer) {
    self.run = run
    self.trainer = trainer
  }

  /// Plays the next step and compares it. Throws `Mismatch` if a bit differs; the trainer is then of
  /// no use, since nothing behind a wrong step is true.
  package mutating func step(
    isTraced: Bool = false, pool: WorkerPool
  ) throws -> (outcome: Trainer.Outcome, batch: TrainingBatch, record: StepRecord) {
    let record = run.steps[trainer.completedSteps]
    let batch = run.data.batch(step: record.step, run.request)
    guard batch.fingerprint == record.batch else {
      throw mismatch(record.step, "the batch differs", batch.fingerprint, record.batch)
    }
    let outcome = try trainer.step(on: batch, isTraced: isTraced, pool: pool)
    guard outcome.loss.bitPattern == record.loss.bitPattern else {
      throw mismatch(record.step, "the loss differs", outcome.loss, record.loss)
    }
    guard outcome.gradientNorm.bitPattern == record.gradientNorm.bitPattern else {
      throw mismatch(
        record.step, "the gradient norm differs", outcome.gradientNorm, record.gradientNorm)
    }
    try requireWeights(record, "the weights", pool)
    return (outcome, batch, record)
  }

  private func requireWeights(
    _ record: StepRecord, _ what: String, _ pool: WorkerPool? = nil
  ) throws {
    let parameters = trainer.model.trainable
    let proof = WeightsProof(parameters, pool: pool)
    guard proof.weights != record.weights else { return }
    let first = proof.firstDifference(from: record.tensors, names: parameters.names)
    throw mismatch(
      record.step, "\(what) differ" + (first.map { ", first in \($0)" } ?? ""), proof.weights,
      record.weights)
  }

  private func mismatch<Value>(
    _ step: Int, _ what: String, _ found: Value, _ recorded: Value
  ) -> Mismatch {
    Mismatch(
      step: run.request.position(of: step),
      description:
        "step \(run.request.position(of: step)): \(what): \(found), recorded \(recorded); \(run.manifest.doubt)"
    )
  }
}
