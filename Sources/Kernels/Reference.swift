/// The kernels as the textbook writes them, one element at a time. Slow; the fast ones must give
/// the same bits.
package enum Reference {
  /// c[i, j] = Σₚ a[i, p]·b[p, j], fused, in order of p.
  package static func multiply(
    rows: Int, columns: Int, terms: Int, _ a: MatrixView, _ b: MatrixView,
    into c: UnsafeMutablePointer<Float>, continues: Bool = false
  ) {
    for row in 0..<rows {
      for column in 0..<columns {
        var sum: Float = continues ? c[row * columns + column] : 0
        for term in 0..<terms {
          sum.addProduct(a.at(row: row, column: term)[0], b.at(row: term, column: column)[0])
        }
        c[row * columns + column] = sum
      }
    }
  }

  /// The sum of `count` terms as row reductions add them: eight lanes, then the fixed tree.
  package static func laneSum(_ count: Int, term: (Int) -> Float) -> Float {
    var lanes = [Float](repeating: 0, count: 8)
    for index in 0..<count { lanes[index % 8] += term(index) }
    return ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6]))
      + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]))
  }
}
