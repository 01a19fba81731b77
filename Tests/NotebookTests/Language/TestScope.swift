import Tensors

@testable import Notebook

/// A scope with a few tensors, as a small model would have them.
struct TestScope: NameScope {
  var values: [(name: String, value: Value)] = [
    ("x", Value(Tensor(Shape(["row": 2, "column": 3]), [1, 2, 3, 4, 5, 6]))),
    ("v", Value(Tensor(Shape(["item": 4]), [0.5, -1, 2, 0]))),
    ("blocks.0.attn.pattern", .tensor(Self.pattern)),
    (
      "blocks.0.attn.q",
      Value(Tensor(Shape(["batch": 1, "head": 2, "position": 3, "channel": 4]), ramp(24)))
    ),
    ("answer", .number(7)), ("Out[3]", .text("ferry")), ("_", .list([.number(1), .number(2)])),
  ]

  func value(named name: String) -> Value? { values.first { $0.name == name }?.value }
  var knownNames: [String] { values.map(\.name) }

  /// [batch 2, head 1, query 3, key 3], each batch row with its own tokens.
  static let pattern = LabelledTensor(
    Tensor(Shape(["batch": 2, "head": 1, "query": 3, "key": 3]), ramp(18)),
    rowTokens: [["The", " ferry", "\n"], ["A", "渡し", " é"]])

  static func ramp(_ count: Int) -> [Float] { (0..<count).map { Float($0) / 8 } }

  /// The value as it would be typed, a tensor by sizes and numbers, or the error's text.
  func outcome(_ source: String) -> String {
    do {
      let value = try Evaluator.value(of: source, in: self)
      guard case .tensor(let labelled) = value, labelled.shape.rank > 0 else {
        return ValueText.literal(value)
      }
      let numbers = labelled.tensor.values.map { NumberFormat.exact($0) }
      return "\(labelled.shape.sizes) \(numbers.joined(separator: " "))"
    } catch {
      return String(describing: error)
    }
  }
}
