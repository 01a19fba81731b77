/// The product of a few rows with a matrix, as in making one token: nothing is used often enough to
/// be packed, so b is read as it lies.
enum RowProduct {
  /// At most so many rows go this way.
  static let mostRows = 2
  /// Columns to a task.
  static let columnsPerTask = 128

  /// c[j] = (`continues` ? c[j] : 0) + Σₚ a[p]·b[p, j] for one row and the columns j of this task.
  /// - Parameters:
  ///   - a: one row, `step` elements between its terms
  ///   - b: [terms, columns], its columns side by side
  static func multiply(
    columns: Range<Int>, terms: Int, _ a: UnsafePointer<Float>, step: Int, _ b: MatrixView,
    into c: UnsafeMutablePointer<Float>, continues: Bool
  ) {
    let whole = columns.lowerBound + columns.count / 32 * 32
    for column in stride(from: columns.lowerBound, to: whole, by: 32) {
      var sums = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
      if continues {
        let from = c + column
        sums = (.load(from), .load(from + 8), .load(from + 16), .load(from + 24))
      }
      for term in 0..<terms {
        let factor = Lanes(repeating: a[term * step])
        let row = b.at(row: term, column: column)
        sums.0 = sums.0.addingProduct(factor, .load(row))
        sums.1 = sums.1.addingProduct(factor, .load(row + 8))
        sums.2 = sums.2.addingProduct(factor, .load(row + 16))
        sums.3 = sums.3.addingProduct(factor, .load(row + 24))
      }
      sums.0.store(c + column)
      sums.1.store(c + column + 8)
      sums.2.store(c + column + 16)
      sums.3.store(c + column + 24)
    }
    for column in whole..<columns.upperBound {
      var sum: Float = continues ? c[column] : 0
      for term in 0..<terms {
        sum =
          Lanes(repeating: sum).addingProduct(
            Lanes(repeating: a[term * step]), Lanes(repeating: b.at(row: term, column: column)[0]))[
            0]
      }
      c[column] = sum
    }
  }
}
