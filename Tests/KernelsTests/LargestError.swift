/// The largest error found so far, in units in the last place (ulp) of the exact value.
struct LargestError: CustomStringConvertible {
  private(set) var ulp = 0.0
  private(set) var input: Float = 0

  /// A result that must be exact, NaN, infinite or zero, and is not, counts as infinitely wrong.
  mutating func add(_ input: Float, found: Float, exact: Double) {
    let error = Self.error(found, exact: exact)
    if error > ulp {
      ulp = error
      self.input = input
    }
  }

  func worse(_ other: LargestError) -> LargestError { other.ulp > ulp ? other : self }

  private static func error(_ found: Float, exact: Double) -> Double {
    if exact.isNaN { return found.isNaN ? 0 : .infinity }
    if exact == 0 || Float(exact).isInfinite {
      return found == Float(exact) && found.sign == exact.sign ? 0 : .infinity
    }
    let unit = max(exact.binade.magnitude * 0x1p-23, Double(Float.leastNonzeroMagnitude))
    let error = (Double(found) - exact).magnitude / unit
    return error.isNaN ? .infinity : error
  }

  var description: String {
    let hundredths = (ulp * 1000).rounded(.up) / 1000
    return "\(hundredths) ulp at \(input)"
  }
}
