import Tensors

/// One forward pass with everything in it named, and after a backward pass every gradient too; it
/// can be asked how each number came about.
package struct Trace: Sendable {
  package let batch: TokenBatch
  package let graph: Graph
  /// Names of the activations, in the order of the computation.
  package let names: [String]

  package init(batch: TokenBatch, tape: Tape) {
    self.batch = batch
    names = tape.named.map(\.name)
    graph = tape.graph
  }

  /// An activation; nil if there is none of that name.
  package subscript(name: String) -> Tensor? { graph[name] }

  /// The gradient of the loss with respect to an activation; nil unless there was a backward pass
  /// that reached it.
  package func gradient(of name: String) -> Tensor? { graph.gradient(of: name) }
}
