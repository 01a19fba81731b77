import Tensors

/// What an expression can be.
package enum Value: Sendable {
  /// A number that someone typed or counted: double precision until it meets a tensor.
  case number(Double)
  case text(String)
  case truth(Bool)
  /// Single precision; a rank of 0 is one number of the engine.
  case tensor(LabelledTensor)
  case list([Value])

  /// A tensor whose axes are only numbered.
  package init(_ tensor: Tensor) { self = .tensor(LabelledTensor(tensor)) }

  /// For example token ids.
  package init(_ integers: [Int]) { self = .list(integers.map { .number(Double($0)) }) }

  /// The kind in an error's words: `a text`, `a tensor [query 6, key 6]`.
  package var kind: String {
    switch self {
    case .number: "a number"
    case .text: "a text"
    case .truth: "true or false"
    case .tensor(let labelled):
      labelled.tensor.shape.rank == 0 ? "a number" : "a tensor \(labelled.tensor.shape)"
    case .list(let items): "a list of \(items.count)"
    }
  }
}
