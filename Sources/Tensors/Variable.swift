/// A tensor in a computation. If a tape records the computation, it also knows the node that made
/// it, and whether a gradient reaches it.
package struct Variable: Sendable {
  package let tensor: Tensor
  let node: Int?
  package let needsGradient: Bool

  package var shape: Shape { tensor.shape }
}
