import Foundation
import Kernels
import Models
import Text
import Training

/// A text and what is to follow it.
struct BlamedPrediction: Encodable {
  let prompt: String
  /// With the blank before it, if that is missing.
  let answer: String
  /// The sequence in which only the answer counts.
  let batch: TrainingBatch

  private enum CodingKeys: String, CodingKey { case prompt, answer }

  /// Throws `NotYet` if there is nothing to follow, or if both are longer than the model's context.
  init(_ prompt: String, _ answer: String, _ run: RecordedRun) throws {
    let needsBlank =
      !(prompt.last?.isWhitespace ?? true) && (answer.first?.isLetter ?? false)
    self.prompt = prompt
    self.answer = (needsBlank ? " " : "") + answer
    let before = run.tokenizer.encode(prompt)
    let after = run.tokenizer.encode(self.answer)
    guard !before.isEmpty, !after.isEmpty else {
      throw NotYet("say a text with --predict and what is to follow it")
    }
    let limit = run.request.configuration.context
    guard before.count + after.count <= limit + 1 else {
      throw NotYet(
        "the text and what follows are \(before.count + after.count) tokens; the model looks back over"
          + " \(limit)")
    }
    batch = TrainingBatch(
      sequences: [(before + after).map(Int32.init)],
      counts: [before.map { _ in false } + after.map { _ in true }])
  }

  /// How probable it is for a model.
  func probability(_ model: Model, pool: WorkerPool) -> Double {
    let loss = model.loss(on: [batch], pool: pool) ?? .nan
    return exp(-Double(loss) * Double(batch.weights.reduce(0, +)))
  }
}
