extension Positions {
  /// x + p, p the same in every sequence.
  static func why(_ at: Place, _ index: [Int]) -> [Explanation.Step] {
    [
      Explanation.Step(
        .plus(at.input(0, "x", index), at.input(1, "p", [0] + index.dropFirst())))
    ]
  }

  /// dx = dy; dp = Σ dy over the sequences.
  static func whyGradient(of input: Int, _ at: Place, _ index: [Int]) -> [Explanation.Step] {
    guard input == 1 else { return [Explanation.Step(at.slope(index))] }
    let terms = (0..<at.output.shape.sizes[0]).map {
      Sum.Term.value(at.slope([$0] + index.dropFirst()))
    }
    return [Explanation.Step(.sum(Sum(.chain, terms)))]
  }
}
