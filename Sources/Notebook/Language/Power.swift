import Kernels
import Tensors

/// Powers: whole exponents by repeated squaring, a half by the square root, others by way of the
/// engine's log and exp.
enum Power {
  /// Each element to the power of its own; of one exponent for all the engine's kernels take whole
  /// rows.
  static func elements(
    _ base: LabelledTensor, _ exponent: LabelledTensor, in computation: Computation
  ) throws -> LabelledTensor {
    guard exponent.shape.rank == 0 else {
      return try Broadcasting.elements(base, exponent, named: "^", in: computation) { of($0, $1) }
    }
    let number = exponent.tensor.scalar
    guard number.isFinite, number != number.rounded(), number != 0.5 else {
      return try base.mapped(in: computation) { of($0, number) }
    }
    return try computation.map(base) { count, x, y in
      Pointwise.log(count, x, into: y)
      Pointwise.scale(count, y, by: number, into: y)
      Pointwise.exp(count, y, into: y)
    }
  }

  static func of(_ base: Float, _ exponent: Float) -> Float {
    if let whole = Int32(exactly: exponent) { return of(base, whole: whole) }
    if exponent == 0.5 { return base.squareRoot() }
    if base == 1 { return 1 }
    var value = base
    return withUnsafeMutablePointer(to: &value) { place in
      Pointwise.log(1, place, into: place)
      place.pointee *= exponent
      Pointwise.exp(1, place, into: place)
      return place.pointee
    }
  }

  /// x^n by repeated squaring, rounding after each product.
  static func of<Number: BinaryFloatingPoint>(_ base: Number, whole exponent: Int32) -> Number {
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
