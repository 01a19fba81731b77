import Kernels

/// Powers: whole exponents by repeated squaring, a half by the square root, others by way of the
/// engine's log and exp.
enum Power {
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
