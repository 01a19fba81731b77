extension Positions {
  /// x + p, p the same in every sequence.
  static func why(_ at: Place, _ index: [Int], first: Int) -> [Explanation.Step] {
    let isTable = at.input(1).shape.rank == 2
    let row = (isTable ? [] : [0]) + [first + index[1], index[2]]
    return [Explanation.Step(.plus(at.input(0, "x", index), at.input(1, "p", row)))]
  }

  /// dx = dy; dp = Σ dy over the sequences.
  static func whyGradient(of input: Int, _ at: Place, _ index: [Int], first: Int)
    -> [Explanation.Step]
  {
    guard input == 1 else { return [Explanation.Step(at.slope(index))] }
    let place = [index[index.count - 2] - first, index[index.count - 1]]
    let sequences = (0..<at.output.shape.sizes[1]).contains(place[0]) ? at.output.shape.sizes[0] : 0
    let terms = (0..<sequences).map { Sum.Term.value(at.slope([$0] + place)) }
    return [Explanation.Step(.sum(Sum(.chain, terms)))]
  }
}
