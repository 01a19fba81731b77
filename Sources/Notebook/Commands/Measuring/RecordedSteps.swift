import Foundation
import Kernels
import Models
import Text
import Training

/// The first steps of a run of 1,000, recorded as `train` records by default, and not recorded.
struct RecordedSteps {
  /// Four snapshots of the 0.8 M model fall into so many, and the last is on disk before the end.
  static let count = 92
  private let beginning: Trainer
  private let data: TrainingData
  private let tokenizer: Tokenizer
  private let folder: URL
  private let pool: WorkerPool

  init(_ shape: TrainingShape, in folder: URL, pool: WorkerPool) throws {
    (beginning, data) = shape.beginning(steps: 1000)
    var training = try TokenizerTrainer(texts: ["The ferry leaves at noon."], vocabularySize: 260)
    tokenizer = training.finish()
    self.folder = folder
    self.pool = pool
  }

  /// Seconds, those included until the last snapshot is on disk. The folder of the run is made before.
  func recorded() throws -> Double {
    var recorder: RunRecorder? = try RunRecorder(
      beginning, data: data, tokenizer: tokenizer, in: folder, replaces: true)
    return try seconds {
      try train { outcome, batch, trainer in
        _ = try recorder?.record(
          outcome, batch: batch, trainer: trainer, heldOutLoss: nil, seconds: 0, isLast: false,
          pool: pool)
      }
      // It waits for what is being written.
      recorder = nil
    }
  }

  /// Seconds for the same steps alone.
  func plain() throws -> Double { try seconds { try train { _, _, _ in } } }

  private func train(
    _ onStep: (Trainer.Outcome, TrainingBatch, Trainer) throws -> Void
  ) throws {
    var trainer = beginning
    for step in 1...Self.count {
      let batch = data.batch(step: step, trainer.request)
      try onStep(try trainer.step(on: batch, pool: pool), batch, trainer)
    }
  }
}
