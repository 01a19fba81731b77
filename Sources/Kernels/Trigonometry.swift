/// sin, cos and powers for tables of rotations and for normal numbers: double-precision series,
/// rounded once at the end, so libm's differences never reach a tensor.
package enum Trigonometry {
  private static let halfPiHigh = 0x1.921fb544p0
  private static let halfPiLow = 0x1.0b4611a626331p-34

  /// (sin x, cos x) for |x| < 10⁹, each within 1 unit in the last place of a Float.
  package static func sineAndCosine(_ x: Double) -> (sine: Float, cosine: Float) {
    let quarter = (x / (halfPiHigh + halfPiLow)).rounded(.toNearestOrEven)
    let r = (x - quarter * halfPiHigh) - quarter * halfPiLow
    let z = r * r
    var s = 0.0
    var c = 0.0
    for n in stride(from: 17.0, through: 1, by: -2) { s = 1 - z / ((n + 1) * (n + 2)) * s }
    for n in stride(from: 16.0, through: 0, by: -2) { c = 1 - z / ((n + 1) * (n + 2)) * c }
    let sine = r * s
    switch Int(quarter) & 3 {
    case 0: return (Float(sine), Float(c))
    case 1: return (Float(c), Float(-sine))
    case 2: return (Float(-sine), Float(-c))
    default: return (Float(-c), Float(sine))
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
    var series = 0.0
    for n in stride(from: 23.0, through: 1, by: -2) { series = 1 / n + z * series }
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
