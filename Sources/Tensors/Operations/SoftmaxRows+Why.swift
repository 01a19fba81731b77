extension SoftmaxRows {
  /// exp(x − max) / Σ exp(x − max)
  static func why(_ at: Place, _ index: [Int]) -> [Explanation.Step] {
    steps(at, index).probability
  }

  /// The steps to a row's element of the softmax of an operation's first input.
  static func steps(_ at: Place, _ index: [Int]) -> (
    largest: Explanation.Step, sum: Explanation.Step, probability: [Explanation.Step]
  ) {
    let row = Array(index.dropLast())
    let values = at.input(0).row(row)
    // Ends of −∞ add exactly 0: what a query does not see is not listed.
    let count = (values.lastIndex { $0 > -.infinity } ?? -1) + 1
    let place = values.indices.max { (values[$0], $1) < (values[$1], $0) } ?? 0
    let largest = Explanation.Step("max", at.input(0, "x", row + [place]))
    func exponential(_ column: Int) -> Formula {
      .function(.exp, [.minus(at.input(0, "x", row + [column]), largest.result)])
    }
    let sum = Explanation.Step(
      "sum", .sum(Sum(.lanes, (0..<count).map { .value(exponential($0)) })))
    let probability = Explanation.Step(
      "p", .over(exponential(index.rowAndColumn.column), sum.result))
    return (largest, sum, [largest, sum, probability])
  }

  /// p·(dy − Σ dy·p)
  static func whyGradient(_ at: Place, _ index: [Int]) -> [Explanation.Step] {
    let row = Array(index.dropLast())
    // Ends of 0 add exactly 0.
    let count = (at.output.row(row).lastIndex { $0 != 0 } ?? -1) + 1
    let terms = (0..<count).map {
      Sum.Term.product(at.slope(row + [$0]), at.output("p", row + [$0]))
    }
    let mean = Explanation.Step("mean", .sum(Sum(.lanes, terms)))
    return [
      mean,
      Explanation.Step(.times(at.output("p", index), .minus(at.slope(index), mean.result))),
    ]
  }
}

extension Tensor {
  /// The elements along the last axis at the index of a row.
  func row(_ row: [Int]) -> [Float] {
    let start = shape.offset(of: row + [0])
    return (0..<shape.lastSize).map { pointer[start + $0] }
  }
}
