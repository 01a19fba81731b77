import Kernels
import Tensors

/// The logarithm of softmax along the last axis, by the kernels and in the order of the engine's
/// loss: x - (log Σ e^(x - max) + max).
enum LogSoftmax {
  /// `x` has at least one element.
  static func of(_ x: LabelledTensor, in computation: Computation) throws -> LabelledTensor {
    let size = x.shape.lastSize
    try computation.claim(x.shape)
    let source = x.tensor.pointer
    return x.replacing(
      Tensor(x.shape) { target in
        for row in 0..<x.shape.rowCount {
          let (x, y) = (source + row * size, target + row * size)
          let largest = UnsafeBufferPointer(start: x, count: size).reduce(-.infinity, max)
          for index in 0..<size { y[index] = x[index] - largest }
          Pointwise.exp(size, y, into: y)
          var logarithm = LaneSum.values(size, y)
          Pointwise.log(1, &logarithm, into: y)
          logarithm = y[0] + largest
          for index in 0..<size { y[index] = x[index] - logarithm }
        }
      })
  }
}
