extension Dropout {
  static func why(_ at: Place, _ index: [Int], rate: Float, address: DropoutAddress)
    -> [Explanation.Step]
  {
    [step(at.input(0, "x", index), at, index, rate, address)]
  }

  static func whyGradient(_ at: Place, _ index: [Int], rate: Float, address: DropoutAddress)
    -> [Explanation.Step]
  {
    [step(at.slope(index), at, index, rate, address)]
  }

  private static func step(
    _ x: Formula, _ at: Place, _ index: [Int], _ rate: Float, _ address: DropoutAddress
  ) -> Explanation.Step {
    let drawn =
      "drawn by seed \(address.stream.seed) for step \(address.step), dropout \(address.site)"
    let start = address.firstSequence * (at.output.count / at.output.shape.sizes[0])
    let place = start + at.output.shape.offset(of: index)
    guard !drops(place, rate: rate, address: address) else {
      return Explanation.Step(.constant("dropped", 0), remark: drawn)
    }
    return Explanation.Step(
      .times(x, .constant("1/(1 − \(rate))", 1 / (1 - rate))), remark: "kept: " + drawn)
  }

  /// Whether an element of the step is set to zero.
  private static func drops(_ place: Int, rate: Float, address: DropoutAddress) -> Bool {
    let words = address.stream.words(
      step: address.step, element: address.site << 40 | (place / 4))
    return words[place % 4] < UInt32(Double(rate) * 0x1p32)
  }
}
