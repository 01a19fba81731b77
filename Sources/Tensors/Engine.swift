import Kernels

/// What operations work with: threads that share their loops, and memory for their results.
package struct Engine: Sendable {
  package let pool: WorkerPool
  package let arena: Arena

  package init(pool: WorkerPool, arena: Arena = Arena()) {
    self.pool = pool
    self.arena = arena
  }

  /// A tensor whose elements `fill` writes; it must write all of them.
  func tensor(_ shape: Shape, fill: (UnsafeMutablePointer<Float>) -> Void) -> Tensor {
    let storage = Storage(uninitialized: shape.count, from: arena)
    fill(storage.pointer)
    return Tensor(shape, storage: storage)
  }

  /// Makes the gradient of `input` where it is wanted: as a tensor, or added to a sum (nil then).
  /// - Parameter fill: writes every element, or sees to it that this is done before the gradient is
  ///   used; where the flag says so, its chains go on from what is there
  func gradient(
    of input: Tensor, _ wanted: Wanted, fill: (UnsafeMutablePointer<Float>, Bool) -> Void
  ) -> Tensor? {
    switch wanted {
    case .nothing: return nil
    case .tensor: return tensor(input.shape) { fill($0, false) }
    case .sum(let sum):
      sum.add(fill)
      return nil
    }
  }
}
