/// exp, log, tanh, erf, sin and cos for eight floats at a time, made of exactly rounded operations
/// only, so that they give the same bits everywhere. Each is within 2 units in the last place (ulp)
/// of the exact value; every float was tried, and each function says how far off it is at most, and
/// where. `make test-elementary` measures it again.
///
/// Coefficients are minimax polynomials, rounded to floats one by one with the rest refitted. NaN
/// gives NaN; other special values follow C99, Annex F.
enum Elementary {
  /// 1.5·2²³: adding it rounds a small float to an integer, which then stands in its low bits.
  static var roundingShift: Float { 0x1.8p23 }
  /// ln 2 in two parts; the first has so few bits that a whole number times it is exact.
  static var ln2High: Float { 0x1.62e4p-1 }
  static var ln2Low: Float { 0x1.7f7d1cp-20 }
}
