import Tensors

/// The gradients of all trainable weights of a step, laid out as the weights are, gathered over its
/// micro-batches.
package final class GradientBlock {
  private let block: Tensor
  private let sums: [GradientSum]
  private let positionOfName: [String: Int]

  /// - Parameter arena: where the block lies
  package init(like parameters: Parameters, in arena: Arena) {
    let storage = Storage(uninitialized: parameters.count, from: arena)
    block = Tensor(parameters.block.shape, storage: storage)
    sums = zip(parameters.specifications, parameters.ranges).map {
      GradientSum(in: Tensor($0.shape, storage: storage, offset: $1.range.lowerBound))
    }
    positionOfName = Dictionary(
      uniqueKeysWithValues: parameters.names.enumerated().map { ($0.element, $0.offset) })
  }

  /// Where one weight's gradient is gathered; nil if it is not trained.
  package subscript(name: String) -> GradientSum? { positionOfName[name].map { sums[$0] } }

  /// The gradients after the last micro-batch, [count].
  package func finish() -> Tensor {
    for sum in sums { sum.finish() }
    return block
  }
}
