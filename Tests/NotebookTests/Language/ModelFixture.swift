import Kernels
import Models
import Tensors
import Text

@testable import Notebook

/// A session with a small model of either family on the desk, one pass behind it, and weights of
/// which none is zero or one.
enum ModelFixture {
  static let text = "the ferry leaves at noon"

  static let gpt2 = Configuration.gpt2(
    vocabulary: 296, context: 32, layers: 2, heads: 2, width: 24)
  static let llama = Configuration.llama(
    vocabulary: 296, context: 32, layers: 2, heads: 4, keyValueHeads: 2, width: 24, hidden: 40)

  static func session(_ configuration: Configuration) throws -> Session {
    var trainer = try TokenizerTrainer(
      texts: [String(repeating: text + " and the lamp burns all night. ", count: 20)],
      vocabularySize: 296)
    let session = testSession()
    var parameters = Parameters(configuration.parameters)
    let count = parameters.count
    let stream = RandomStream(seed: 5, stream: 9)
    parameters.block.withMutableElements { elements in
      for index in 0..<count {
        elements[index] = stream.normal(step: 0, element: index) * 0.3 + 0.05
      }
    }
    let model = Model(configuration, parameters: parameters)
    session.put(DeskModel(model, seed: 0, tokenizer: trainer.finish()))
    _ = try session.trace(text, run: nil)
    return session
  }

  /// The values of cells of which each must be true; what was wrong otherwise.
  static func failures(of cells: String, in session: Session) -> [String] {
    cells.split(separator: "\n").compactMap { cell in
      let result = session.run(cell: String(cell))
      return ["", "true"].contains(result.text) ? nil : "\(cell)\n\(result.text)"
    }
  }
}
