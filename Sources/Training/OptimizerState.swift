import Kernels
import Models
import Tensors

/// What AdamW remembers: two moments for each trainable weight, and, if it was asked for, what the
/// last step added.
package struct OptimizerState: Sendable {
  /// Blocks laid out as the trainable parameters are.
  package var m: Tensor
  package var v: Tensor
  package private(set) var update: Tensor?

  package init(count: Int) {
    let shape = Shape(["element": count])
    self.init(m: .zeros(shape), v: .zeros(shape))
  }

  init(m: Tensor, v: Tensor) { (self.m, self.v) = (m, v) }

  /// Weights to a task of the pass over all of them.
  private static let grain = 16_384

  /// Changes `parameters` by one AdamW step and remembers the moments.
  /// - Parameters:
  ///   - gradients: a block laid out as `parameters`
  ///   - keepsUpdate: whether to remember what was added to each weight
  mutating func apply(
    _ adam: Optimization.AdamW, decay: Float, gradients: Tensor, to parameters: inout Parameters,
    keepsUpdate: Bool, pool: WorkerPool
  ) {
    let pieces = parameters.ranges.flatMap { range, decays in
      stride(from: range.lowerBound, to: range.upperBound, by: Self.grain).map {
        (start: $0, count: min(Self.grain, range.upperBound - $0), decay: decays ? decay : 0)
      }
    }
    let update =
      keepsUpdate ? Storage(uninitialized: gradients.count, from: gradients.storage.arena) : nil
    self.update = update.map { Tensor(gradients.shape, storage: $0) }
    parameters.block.withElementsToFill { weight, oldWeight in
      m.withElementsToFill { m, oldM in
        v.withElementsToFill { v, oldV in
          pool.forEach(pieces.count) { index in
            let (start, count, decay) = pieces[index]
            for (new, old) in [(weight, oldWeight), (m, oldM), (v, oldV)] {
              if let old { (new + start).update(from: old + start, count: count) }
            }
            Optimization.step(
              adam, decay: decay, count: count, gradient: gradients.pointer + start,
              weight: weight + start, m: m + start, v: v + start,
              update: update.map { $0.pointer + start })
          }
        }
      }
    }
  }
}
