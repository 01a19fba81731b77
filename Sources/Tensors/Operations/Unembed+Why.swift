extension Unembed {
  /// Σ x·W, W the token's row of the table.
  static func why(_ at: Place, _ index: [Int]) -> [Explanation.Step] {
    let (row, token) = index.rowAndColumn
    let terms = (0..<at.input(1).shape.lastSize).map {
      Sum.Term.product(at.input(0, "x", row + [$0]), at.input(1, "W", [token, $0]))
    }
    return [Explanation.Step(.sum(Sum(.chain, terms)))]
  }

  /// dx = Σ dy·W over the vocabulary, dW = Σ dy·x over the positions.
  static func whyGradient(of input: Int, _ at: Place, _ index: [Int]) -> [Explanation.Step] {
    let terms: [Sum.Term]
    if input == 0 {
      let (row, channel) = index.rowAndColumn
      terms = (0..<at.output.shape.lastSize).map {
        .product(at.slope(row + [$0]), at.input(1, "W", [$0, channel]))
      }
    } else {
      terms = at.output.shape.rowIndices.map {
        .product(at.slope($0 + [index[0]]), at.input(0, "x", $0 + [index[1]]))
      }
    }
    return [Explanation.Step(.sum(Sum(.chain, terms)))]
  }
}
