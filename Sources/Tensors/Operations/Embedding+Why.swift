extension Embedding {
  /// The element of the row that the position's id names.
  static func why(_ at: Place, _ index: [Int], ids: [Int32], batch: Int) -> [Explanation.Step] {
    let id = Int(ids[index[0] * (ids.count / batch) + index[1]])
    return [Explanation.Step(at.input(0, "W", [id, index[2]]), remark: "row \(id) of the table")]
  }

  /// Σ dy over the positions that looked the row up.
  static func whyGradient(_ at: Place, _ index: [Int], ids: [Int32], batch: Int)
    -> [Explanation.Step]
  {
    let terms = zip(ids, at.output.shape.rowIndices).filter { Int($0.0) == index[0] }
      .map { Sum.Term.value(at.slope($0.1 + [index[1]])) }
    return [
      Explanation.Step(
        .sum(Sum(.chain, terms)),
        remark: terms.isEmpty ? "no position looked row \(index[0]) up" : nil)
    ]
  }
}
