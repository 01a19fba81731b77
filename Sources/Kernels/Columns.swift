/// Sums down the columns of a matrix: one chain for each column, in the order of the rows.
package enum Columns {
  /// out[j] = (`continues` ? out[j] : 0) + Σᵢ x[i, j].
  /// - Parameter columns: which columns this call owns
  package static func sums(
    columns: Range<Int>, rows: Int, size: Int, _ x: UnsafePointer<Float>,
    into out: UnsafeMutablePointer<Float>, continues: Bool = false
  ) {
    sums(columns: columns, rows: rows, size: size, into: out, continues: continues) {
      sum, _, at, reach in sum + reach.load(x + at)
    }
  }

  /// Sixty-four columns at a time, four cache lines side by side, down all rows.
  /// - Parameter add: gives the lanes with a row's terms in them, from the lanes so far, the row, where
  ///   its terms lie, and how many there are
  @inline(__always)
  static func sums(
    columns: Range<Int>, rows: Int, size: Int, into out: UnsafeMutablePointer<Float>,
    continues: Bool, _ add: (Lanes, _ row: Int, _ at: Int, Pointwise.Reach) -> Lanes
  ) {
    let whole = columns.lowerBound + columns.count / 64 * 64
    let full = Pointwise.Reach(count: 8)
    for column in stride(from: columns.lowerBound, to: whole, by: 64) {
      let out = out + column
      var s0 = Lanes.zero, s1 = Lanes.zero, s2 = Lanes.zero, s3 = Lanes.zero
      var s4 = Lanes.zero, s5 = Lanes.zero, s6 = Lanes.zero, s7 = Lanes.zero
      if continues {
        (s0, s1, s2, s3) = (.load(out), .load(out + 8), .load(out + 16), .load(out + 24))
        (s4, s5, s6, s7) = (.load(out + 32), .load(out + 40), .load(out + 48), .load(out + 56))
      }
      for row in 0..<rows {
        let at = row * size + column
        s0 = add(s0, row, at, full)
        s1 = add(s1, row, at + 8, full)
        s2 = add(s2, row, at + 16, full)
        s3 = add(s3, row, at + 24, full)
        s4 = add(s4, row, at + 32, full)
        s5 = add(s5, row, at + 40, full)
        s6 = add(s6, row, at + 48, full)
        s7 = add(s7, row, at + 56, full)
      }
      s0.store(out); s1.store(out + 8); s2.store(out + 16); s3.store(out + 24)
      s4.store(out + 32); s5.store(out + 40); s6.store(out + 48); s7.store(out + 56)
    }
    for column in stride(from: whole, to: columns.upperBound, by: 8) {
      let reach = Pointwise.Reach(count: min(8, columns.upperBound - column))
      var sum = continues ? reach.load(out + column) : .zero
      for row in 0..<rows { sum = add(sum, row, row * size + column, reach) }
      reach.store(sum, out + column)
    }
  }
}
