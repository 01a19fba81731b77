/// Sums down the columns of a matrix: one chain for each column, in the order of the rows.
package enum Columns {
  /// out[j] = (`continues` ? out[j] : 0) + Σᵢ x[i, j].
  /// - Parameter columns: which columns this call owns
  package static func sums(
    columns: Range<Int>, rows: Int, size: Int, _ x: UnsafePointer<Float>,
    into out: UnsafeMutablePointer<Float>, continues: Bool = false
  ) {
    let first = columns.lowerBound
    if !continues { (out + first).update(repeating: 0, count: columns.count) }
    for row in 0..<rows {
      Pointwise.add(columns.count, out + first, x + row * size + first, into: out + first)
    }
  }

  /// out[j] = (`continues` ? out[j] : 0) + Σᵢ x[i, j]·y[i, j], fused.
  package static func products(
    columns: Range<Int>, rows: Int, size: Int, _ x: UnsafePointer<Float>,
    _ y: UnsafePointer<Float>, into out: UnsafeMutablePointer<Float>, continues: Bool = false
  ) {
    let first = columns.lowerBound
    if !continues { (out + first).update(repeating: 0, count: columns.count) }
    for row in 0..<rows {
      let start = row * size + first
      Pointwise.map(columns.count) { at, reach in
        reach.load(out + first + at)
          .addingProduct(reach.load(x + start + at), reach.load(y + start + at))
      } into: { at, reach, lanes in
        reach.store(lanes, out + first + at)
      }
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
