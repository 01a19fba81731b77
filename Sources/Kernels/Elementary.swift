/// exp, log and tanh for eight floats at a time, made of exactly rounded operations only, so that
/// they give the same bits everywhere. Each is within 2 units in the last place.
enum Elementary {
  /// 1.5·2²³: adding it rounds a small float to an integer, which then stands in its low bits.
  private static var roundingShift: Float { 0x1.8p23 }
  private static var shiftBits: Int32 { 0x4b40_0000 }

  /// eˣ: x = n·ln 2 + r, Taylor's polynomial for eʳ on |r| ≤ ln 2 / 2, scaled by 2ⁿ in two halves
  /// so that subnormal results come out right.
  @inline(__always)
  static func exp(_ x: Lanes) -> Lanes {
    let bounded = x.replacing(with: -104, where: x .< -104).replacing(with: 89, where: x .> 89)
    let shifted = bounded * 1.44269504 + roundingShift
    let n = shifted - roundingShift
    var r = bounded.addingProduct(n, Lanes(repeating: -0.693145752))
    r = r.addingProduct(n, Lanes(repeating: -1.42860677e-6))
    var p = Lanes(repeating: 1.0 / 5040)
    p = Lanes(repeating: 1.0 / 720).addingProduct(p, r)
    p = Lanes(repeating: 1.0 / 120).addingProduct(p, r)
    p = Lanes(repeating: 1.0 / 24).addingProduct(p, r)
    p = Lanes(repeating: 1.0 / 6).addingProduct(p, r)
    p = Lanes(repeating: 0.5).addingProduct(p, r)
    p = r.addingProduct(p, r * r) + 1
    let whole = unsafeBitCast(shifted, to: SIMD8<Int32>.self) &- shiftBits
    let half = whole &>> 1
    let result = p * power(ofTwo: half) * power(ofTwo: whole &- half)
    return result.replacing(with: x, where: x .!= x)
  }

  @inline(__always)
  private static func power(ofTwo exponent: SIMD8<Int32>) -> Lanes {
    unsafeBitCast((exponent &+ 127) &<< 23, to: Lanes.self)
  }

  /// tanh x: an odd polynomial near 0, 1 − 2 / (e²ˣ + 1) elsewhere.
  @inline(__always)
  static func tanh(_ x: Lanes) -> Lanes {
    let size = magnitude(x)
    let z = x * x
    var p = Lanes(repeating: -5.70498872745e-3)
    p = Lanes(repeating: 2.06390887954e-2).addingProduct(p, z)
    p = Lanes(repeating: -5.37397155531e-2).addingProduct(p, z)
    p = Lanes(repeating: 1.33314422036e-1).addingProduct(p, z)
    p = Lanes(repeating: -3.33332819422e-1).addingProduct(p, z)
    let small = x.addingProduct(p * z, x)
    let large = 1 - 2 / (exp(2 * size) + 1)
    let signed = large.replacing(with: -large, where: x .< 0)
    return signed.replacing(with: small, where: size .< 0.625)
      .replacing(with: x, where: x .!= x)
      .replacing(with: x, where: x .== 0)
  }

  /// ln x for x > 0; −∞ for 0, NaN below. x = 2ᵉ·m with m in [√½, √2), s = f / (2 + f), f = m − 1,
  /// ln m = f − (f²/2 − s·(f²/2 + R(s²))), after fdlibm's description of the method.
  @inline(__always)
  static func log(_ x: Lanes) -> Lanes {
    let isSubnormal = x .< Lanes(repeating: Float.leastNormalMagnitude)
    let scaled = x.replacing(with: x * 0x1p25, where: isSubnormal)
    var bits = unsafeBitCast(scaled, to: SIMD8<Int32>.self)
    bits = bits &+ (0x3f80_0000 - 0x3f35_04f3)
    let e = (bits &>> 23) &- 127
    let m = unsafeBitCast((bits & 0x007f_ffff) &+ 0x3f35_04f3, to: Lanes.self)
    let f = m - 1
    let s = f / (f + 2)
    let z = s * s
    var tail = Lanes(repeating: 2.0 / 13)
    tail = Lanes(repeating: 2.0 / 11).addingProduct(tail, z)
    tail = Lanes(repeating: 2.0 / 9).addingProduct(tail, z)
    tail = Lanes(repeating: 2.0 / 7).addingProduct(tail, z)
    tail = Lanes(repeating: 2.0 / 5).addingProduct(tail, z)
    tail = Lanes(repeating: 2.0 / 3).addingProduct(tail, z)
    tail = tail * z
    let halfSquare = f * f * 0.5
    let exponent =
      (unsafeBitCast(e &+ shiftBits, to: Lanes.self) - roundingShift)
      - Lanes.zero.replacing(with: 25, where: isSubnormal)
    let low = (s * (halfSquare + tail)).addingProduct(exponent, Lanes(repeating: 1.42860677e-6))
    let result = (f - (halfSquare - low))
      .addingProduct(exponent, Lanes(repeating: 0.693145752))
    return special(x, result)
  }

  private static func special(_ x: Lanes, _ result: Lanes) -> Lanes {
    result
      .replacing(with: x, where: x .== Lanes(repeating: .infinity))
      .replacing(with: -.infinity, where: x .== 0)
      .replacing(with: .nan, where: x .< 0)
      .replacing(with: x, where: x .!= x)
  }

  @inline(__always)
  static func magnitude(_ x: Lanes) -> Lanes {
    unsafeBitCast(unsafeBitCast(x, to: SIMD8<UInt32>.self) & 0x7fff_ffff, to: Lanes.self)
  }
}
