/// sin, cos and powers for tables of rotations and for normal numbers: double-precision series,
/// rounded once at the end, so libm's differences never reach a tensor.
package enum Trigonometry {
  private static var halfPiHigh: Double { 0x1.921fb544p0 }
  private static var halfPiLow: Double { 0x1.0b4611a626331p-34 }

  /// (sin x, cos x) for |x| < 10⁹, each within 1 unit in the last place of a Float.
  package static func sineAndCosine(_ x: Double) -> (sine: Float, cosine: Float) {
    let quarters = (x / (halfPiHigh + halfPiLow)).rounded(.toNearestOrEven)
    return sineAndCosine(
      quarters: Int(quarters), rest: (x - quarters * halfPiHigh) - quarters * halfPiLow)
  }

  /// (sin x, cos x) of x = quarters·π/2 + rest for |rest| ≤ π/4, by Taylor's series, whose first
  /// term left out is below 10⁻¹⁷.
  static func sineAndCosine(quarters: Int, rest: Double) -> (sine: Float, cosine: Float) {
    let z = rest * rest
    var s = 1.0 / 355_687_428_096_000
    s = s * z - 1.0 / 1_307_674_368_000
    s = s * z + 1.0 / 6_227_020_800
    s = s * z - 1.0 / 39_916_800
    s = s * z + 1.0 / 362_880
    s = s * z - 1.0 / 5040
    s = s * z + 1.0 / 120
    s = s * z - 1.0 / 6
    let sine = rest * (1 + s * z)
    var c = 1.0 / 20_922_789_888_000
    c = c * z - 1.0 / 87_178_291_200
    c = c * z + 1.0 / 479_001_600
    c = c * z - 1.0 / 3_628_800
    c = c * z + 1.0 / 40_320
    c = c * z - 1.0 / 720
    c = c * z + 1.0 / 24
    c = c * z - 0.5
    let cosine = c * z + 1
    switch quarters & 3 {
    case 0: return (Float(sine), Float(cosine))
    case 1: return (Float(cosine), Float(-sine))
    case 2: return (Float(-sine), Float(-cosine))
    default: return (Float(-cosine), Float(sine))
    }
  }

  /// ln x for a positive, normal x: x = 2ᵉ·m, ln m = 2·artanh((m − 1) / (m + 1)).
  package static func logarithm(_ x: Double) -> Double {
    precondition(x >= Double.leastNormalMagnitude && x.isFinite, "no logarithm of \(x)")
    var exponent = Double(x.exponent)
    var m = x.significand
    if m > 1.4142135623730951 {
      m /= 2
      exponent += 1
    }
    let s = (m - 1) / (m + 1)
    let z = s * s
    var series = 1.0 / 23
    series = series * z + 1.0 / 21
    series = series * z + 1.0 / 19
    series = series * z + 1.0 / 17
    series = series * z + 1.0 / 15
    series = series * z + 1.0 / 13
    series = series * z + 1.0 / 11
    series = series * z + 1.0 / 9
    series = series * z + 1.0 / 7
    series = series * z + 1.0 / 5
    series = series * z + 1.0 / 3
    series = series * z + 1
    return exponent * 0x1.62e42fefa39efp-1 + 2 * s * series
  }

  /// eˣ for |x| < 700, by Taylor's series after halving the range.
  package static func exponential(_ x: Double) -> Double {
    precondition(x.magnitude < 700, "e to the power \(x) is out of range")
    let n = (x * 0x1.71547652b82fep0).rounded(.toNearestOrEven)
    let r = (x - n * 0x1.62e42feep-1) - n * 0x1.a39ef35793c76p-33
    var series = 1.0
    for k in stride(from: 18.0, through: 1, by: -1) { series = 1 + r / k * series }
    return series * Double(sign: .plus, exponent: Int(n), significand: 1)
  }
}
