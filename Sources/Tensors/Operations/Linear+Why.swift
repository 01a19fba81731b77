extension Linear {
  /// (Σ x·W) + b, the bias added after the chain.
  static func why(_ at: Place, _ index: [Int]) -> [Explanation.Step] {
    let (row, column) = index.rowAndColumn
    let product = Formula.sum(
      Sum(
        .chain,
        (0..<at.input(1).shape.sizes[0]).map {
          .product(at.input(0, "x", row + [$0]), at.input(1, "W", [$0, column]))
        }))
    return [
      Explanation.Step(
        at.inputCount == 3 ? .plus(product, at.input(2, "b", [column])) : product)
    ]
  }

  /// dx = Σ dy·W over the outputs, dW = Σ x·dy and db = Σ dy over the rows.
  static func whyGradient(of input: Int, _ at: Place, _ index: [Int]) -> [Explanation.Step] {
    let terms: [Sum.Term]
    switch input {
    case 0:
      let (row, channel) = index.rowAndColumn
      terms = (0..<at.input(1).shape.sizes[1]).map {
        .product(at.slope(row + [$0]), at.input(1, "W", [channel, $0]))
      }
    case 1:
      terms = at.output.shape.rowIndices.map {
        .product(at.input(0, "x", $0 + [index[0]]), at.slope($0 + [index[1]]))
      }
    default:
      terms = at.output.shape.rowIndices.map { .value(at.slope($0 + [index[0]])) }
    }
    return [Explanation.Step(.sum(Sum(.chain, terms)))]
  }
}
