/// Sums down the columns of a matrix: one chain for each column, in the order of the rows.
package enum Columns {
  /// out[j] = (`continues` ? out[j] : 0) + Σᵢ x[i, j].
  /// - Parameter columns: which columns this call owns
  package static func sums(
    columns: Range<Int>, rows: Int, size: Int, _ x: UnsafePointer<Float>,
    into out: UnsafeMutablePointer<Float>, continues: Bool = false
  ) {
    sums(columns: columns, rows: rows, size: size, into: out, continues: continues) {
      sum, at, reach in sum + reach.load(x + at)
    }
  }

  /// out[j] = (`continues` ? out[j] : 0) + Σᵢ x[i, j]·y[i, j], fused.
  package static func products(
    columns: Range<Int>, rows: Int, size: Int, _ x: UnsafePointer<Float>,
    _ y: UnsafePointer<Float>, into out: UnsafeMutablePointer<Float>, continues: Bool = false
  ) {
    sums(columns: columns, rows: rows, size: size, into: out, continues: continues) {
      sum, at, reach in sum.addingProduct(reach.load(x + at), reach.load(y + at))
    }
  }

  /// Two registers of columns at a time, a whole cache line, down all rows.
  @inline(__always)
  private static func sums(
    columns: Range<Int>, rows: Int, size: Int, into out: UnsafeMutablePointer<Float>,
    continues: Bool, _ add: (Lanes, Int, Pointwise.Reach) -> Lanes
  ) {
    let whole = columns.lowerBound + columns.count / 16 * 16
    let full = Pointwise.Reach(count: 8)
    for column in stride(from: columns.lowerBound, to: whole, by: 16) {
      var low = continues ? Lanes.load(out + column) : .zero
      var high = continues ? Lanes.load(out + column + 8) : .zero
      for row in 0..<rows {
        low = add(low, row * size + column, full)
        high = add(high, row * size + column + 8, full)
      }
      low.store(out + column)
      high.store(out + column + 8)
    }
    for column in stride(from: whole, to: columns.upperBound, by: 8) {
      let reach = Pointwise.Reach(count: min(8, columns.upperBound - column))
      var sum = continues ? reach.load(out + column) : .zero
      for row in 0..<rows { sum = add(sum, row * size + column, reach) }
      reach.store(sum, out + column)
    }
  }

  /// y[i, j] = x[i, j] + bias[j].
  package static func addBias(
    rows: Range<Int>, size: Int, _ x: UnsafePointer<Float>, _ bias: UnsafePointer<Float>,
    into y: UnsafeMutablePointer<Float>
  ) {
    for row in rows { Pointwise.add(size, x + row * size, bias, into: y + row * size) }
  }
}
