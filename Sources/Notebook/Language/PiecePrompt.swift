import Models
import Tensors
import Text

/// Tokens as a part of the model takes them: a text or a list of ids, which are a batch of one row,
/// or a tensor [batch, position].
struct PiecePrompt {
  let batch: TokenBatch
  /// For each row what its tokens are called; empty without a tokenizer.
  let rowTokens: [[String]]

  /// Throws a `Complaint` for what are no tokens of the model, or more than it reads at once.
  init(_ value: Value, _ configuration: Configuration, _ computation: Computation) throws {
    let tokenizer = try? computation.surroundings.tokenizer()
    let rows: [[Int]]
    if case .text(let text) = value {
      guard let tokenizer else { throw Complaint("there is no tokenizer for a text") }
      rows = [tokenizer.encode(text)]
    } else {
      let ids = try value.tensorValue()
      guard (1...2).contains(ids.shape.rank) else {
        throw Complaint(
          "tokens are a text, a list of ids or a tensor [batch, position], not \(value.kind)")
      }
      let numbers = try ids.tensor.values.map { try $0.wholeNumber() }
      let size = max(ids.shape.lastSize, 1)
      rows = stride(from: 0, to: numbers.count, by: size).map {
        Array(numbers[$0..<$0 + size])
      }
    }
    guard let first = rows.first, !first.isEmpty else { throw Complaint("there are no tokens") }
    guard first.count <= configuration.context else {
      throw Complaint(
        "\(first.count) tokens are more than the \(configuration.context) that the model can look"
          + " back over", remedy: "take some of them: tokens[:\(configuration.context)]")
    }
    if let id = rows.joined().first(where: { $0 < 0 || $0 >= configuration.vocabulary }) {
      throw Complaint(
        "there is no token \(id)",
        remedy: "the vocabulary has 0 to \(configuration.vocabulary - 1)")
    }
    batch = TokenBatch(rows)
    rowTokens =
      tokenizer.map { tokenizer in
        rows.map { $0.map { tokenizer.visibleLabel(of: $0) } }
      } ?? []
  }
}
