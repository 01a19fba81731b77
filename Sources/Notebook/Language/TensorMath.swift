import Kernels
import Tensors

/// The arithmetic that the cell language takes from the engine, so that an expression written out
/// by hand gives the bits of the pass itself.
enum TensorMath {
  /// A kernel over `count` elements.
  typealias Kernel = (Int, UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void

  static func exponential(_ x: LabelledTensor) -> LabelledTensor {
    applying(x) { Pointwise.exp($0, $1, into: $2) }
  }

  static func logarithm(_ x: LabelledTensor) -> LabelledTensor {
    applying(x) { Pointwise.log($0, $1, into: $2) }
  }

  static func hyperbolicTangent(_ x: LabelledTensor) -> LabelledTensor {
    applying(x) { Pointwise.tanh($0, $1, into: $2) }
  }

  /// Each row along the last axis; there must be at least one element.
  static func softmax(_ x: LabelledTensor) -> LabelledTensor {
    let (rows, size) = (x.shape.rowCount, x.shape.lastSize)
    return applying(x) { Softmax.forward(rows: 0..<rows, size: size, $1, into: $2) }
  }

  private static func applying(_ x: LabelledTensor, _ kernel: Kernel) -> LabelledTensor {
    x.replacing(Tensor(x.shape) { kernel(x.shape.count, x.tensor.pointer, $0) })
  }

  /// A power: whole exponents by repeated squaring, a half by the square root, others by way of
  /// exp and log.
  static func power(_ base: Float, _ exponent: Float) -> Float {
    if let whole = Int32(exactly: exponent) { return power(base, whole: whole) }
    if exponent == 0.5 { return base.squareRoot() }
    let product = exponent * logarithm(LabelledTensor(Tensor(scalar: base))).tensor.scalar
    return exponential(LabelledTensor(Tensor(scalar: product))).tensor.scalar
  }

  /// x^n by repeated squaring, rounding after each product.
  static func power<Number: BinaryFloatingPoint>(_ base: Number, whole exponent: Int32) -> Number {
    var rest = exponent.magnitude
    var (square, result) = (base, Number(1))
    while rest > 0 {
      if rest & 1 == 1 { result *= square }
      square *= square
      rest >>= 1
    }
    return exponent < 0 ? 1 / result : result
  }
}
