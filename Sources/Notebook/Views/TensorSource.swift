import Tensors

/// What tensors a session can be asked for besides its own variables: those of the model on the
/// desk, of its last pass, and of a step of training.
package protocol TensorSource {
  /// Every tensor there is, in the order in which a pass comes by.
  var tensorNames: [TensorName] { get }
  /// The tensor of that name; nil if there is none.
  func tensor(named name: String) throws -> LabelledTensor?
}

/// A name, and what lies behind it.
package struct TensorName: Sendable, Encodable, Equatable {
  package enum Kind: String, Sendable, Encodable {
    case variable, output, activation, parameter, gradient, update, moment
  }

  package let name: String
  package let kind: Kind
  package let shape: Shape

  package init(_ name: String, _ kind: Kind, _ shape: Shape) {
    self.name = name
    self.kind = kind
    self.shape = shape
  }

  private enum CodingKeys: String, CodingKey { case name, kind, axes, sizes }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(kind, forKey: .kind)
    try container.encode(shape.names, forKey: .axes)
    try container.encode(shape.sizes, forKey: .sizes)
  }
}
