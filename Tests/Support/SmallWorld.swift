import Foundation
import Kernels
import Models
import Text
import Training

/// A tiny text, tokenizer, model and request, for tests that train and generate.
package enum SmallWorld {
  package static let text = String(
    repeating: "the ferry leaves at noon and the lamp burns all night. ", count: 30)

  package static func tokenizer() throws -> Tokenizer {
    var trainer = try TokenizerTrainer(texts: [text], vocabularySize: 280)
    return trainer.finish()
  }

  package static func data(_ tokenizer: Tokenizer) -> TrainingData {
    let tokens = tokenizer.encode(text).map(Int32.init)
    return TrainingData(train: .text(tokens), heldOut: .text(Array(tokens.prefix(200))))
  }

  package static func configuration(_ tokenizer: Tokenizer, dropout: Float = 0) -> Configuration {
    .gpt2(
      vocabulary: tokenizer.vocabularySize, context: 16, layers: 2, heads: 2, width: 16,
      dropout: dropout)
  }

  package static func request(
    _ configuration: Configuration, steps: Int = 12, name: String = "small",
    adapter: Adapter.Plan? = nil, objective: TrainingRequest.Objective = .nextToken
  ) -> TrainingRequest {
    TrainingRequest(
      name: name, objective: objective, seed: 7, steps: steps, batch: 3, window: 16,
      schedule: Schedule(peak: 1e-2, floor: 1e-3, warmup: 2, steps: steps), evaluationInterval: 5,
      snapshotInterval: 5, configuration: configuration, adapter: adapter)
  }

  package static func model(_ configuration: Configuration) -> Model {
    Model(configuration, from: RandomUse.weights.stream(seed: 7))
  }

  /// A new empty folder; whoever asks removes it.
  package static func folder() throws -> URL {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("glassbox-test-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url
  }
}
