import Tensors

/// One forward pass with everything in it named, and after a backward pass every gradient too.
package struct Trace: Sendable {
  package let batch: TokenBatch
  private let tensors: [String: Tensor]
  private let gradients: [String: Tensor]
  /// Names of the activations, in the order of the computation.
  package let names: [String]

  package init(batch: TokenBatch, tape: Tape) {
    self.batch = batch
    names = tape.named.map(\.name)
    tensors = Dictionary(uniqueKeysWithValues: tape.named.map { ($0.name, $0.variable.tensor) })
    var gradients: [String: Tensor] = [:]
    for (name, variable) in tape.named { gradients[name] = tape.gradient(of: variable) }
    self.gradients = gradients
  }

  /// An activation; nil if there is none of that name.
  package subscript(name: String) -> Tensor? { tensors[name] }

  /// The gradient of the loss with respect to an activation; nil unless there was a backward pass
  /// that reached it.
  package func gradient(of name: String) -> Tensor? { gradients[name] }
}
