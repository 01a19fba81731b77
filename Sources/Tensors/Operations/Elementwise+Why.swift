extension Elementwise {
  static func whySum(_ at: Place, _ index: [Int]) -> [Explanation.Step] {
    [Explanation.Step(.plus(at.input(0, "x", index), at.input(1, "y", index)))]
  }

  static func whyProduct(_ at: Place, _ index: [Int]) -> [Explanation.Step] {
    [Explanation.Step(.times(at.input(0, "x", index), at.input(1, "y", index)))]
  }

  /// dx = dy·y, and the other way round.
  static func whyProductGradient(of input: Int, _ at: Place, _ index: [Int])
    -> [Explanation.Step]
  {
    let other = 1 - input
    return [
      Explanation.Step(.times(at.slope(index), at.input(other, ["x", "y"][other], index)))
    ]
  }

  static func whyScaled(_ at: Place, _ index: [Int], by factor: Float) -> [Explanation.Step] {
    [Explanation.Step(.times(at.input(0, "x", index), .constant("scale", factor)))]
  }

  static func whyScaledGradient(_ at: Place, _ index: [Int], by factor: Float)
    -> [Explanation.Step]
  {
    [Explanation.Step(.times(at.slope(index), .constant("scale", factor)))]
  }

  /// f(x)
  static func why(_ function: ClosedForm, _ at: Place, _ index: [Int]) -> [Explanation.Step] {
    [Explanation.Step(.function(function, [at.input(0, "x", index)]))]
  }

  /// f′(x)·dy
  static func whyGradient(_ function: ClosedForm, _ at: Place, _ index: [Int])
    -> [Explanation.Step]
  {
    [Explanation.Step(.function(function, [at.input(0, "x", index), at.slope(index)]))]
  }
}
