import Tensors

/// What an expression can be.
package enum Value: Sendable {
  case number(Double)
  case text(String)
  case truth(Bool)
  case tensor(Tensor)
  /// A list of token ids.
  case tokens([Int])
}
