import Foundation
import Kernels
import Models
import Text
import Training

/// The same run twice, once recorded as `train` records by default, a few steps at a time.
final class RecordedSteps {
  /// From one snapshot of the 0.8 M model to the next: one falls into the middle.
  static let count = 35
  /// Of the whole run.
  private static let steps = 1000
  private let beginning: Trainer
  private let data: TrainingData
  private let tokenizer: Tokenizer
  private let folder: URL
  private let pool: WorkerPool
  private var recordedSide: Trainer
  private var plainSide: Trainer
  private var recorder: RunRecorder?

  init(_ shape: TrainingShape, in folder: URL, pool: WorkerPool) throws {
    (beginning, data) = shape.beginning(steps: Self.steps)
    var training = try TokenizerTrainer(texts: ["The ferry leaves at noon."], vocabularySize: 260)
    tokenizer = training.finish()
    self.folder = folder
    self.pool = pool
    (recordedSide, plainSide) = (beginning, beginning)
  }

  /// Seconds for the next steps of the recorded run, their snapshot on the disk.
  func recorded() throws -> Double {
    if recorder == nil || recordedSide.completedSteps + Self.count > Self.steps { try begin() }
    return try seconds {
      try record(Self.count)
      try recorder?.finishWriting()
    }
  }

  /// Seconds for the next steps of the other.
  func plain() throws -> Double {
    if plainSide.completedSteps + Self.count > Self.steps { plainSide = beginning }
    return try seconds {
      for _ in 0..<Self.count {
        _ = try plainSide.step(on: nextBatch(of: plainSide), pool: pool)
      }
    }
  }

  /// A run anew, up to the middle between its beginning and the first snapshot.
  private func begin() throws {
    recorder = nil
    recordedSide = beginning
    recorder = try RunRecorder(
      beginning, data: data, tokenizer: tokenizer, in: folder, replaces: true)
    try record(Self.count / 2)
  }

  private func record(_ count: Int) throws {
    for _ in 0..<count {
      let batch = nextBatch(of: recordedSide)
      let outcome = try recordedSide.step(on: batch, pool: pool)
      _ = try recorder?.record(
        outcome, batch: batch, trainer: recordedSide, heldOutLoss: nil, seconds: 0, isLast: false,
        pool: pool)
    }
  }

  private func nextBatch(of trainer: Trainer) -> TrainingBatch {
    data.batch(step: trainer.completedSteps + 1, trainer.request)
  }
}
