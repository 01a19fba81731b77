/// Copies strips of matrices into the order in which the tile reads them, padded with zeros.
enum Packing {
  /// Rows `rows` (at most 6) of `a`, terms `terms`, as [term, 6].
  static func packRows(
    _ a: MatrixView, rows: Range<Int>, terms: Range<Int>, into packed: UnsafeMutablePointer<Float>
  ) {
    var out = packed
    let step = a.columnStride
    var source = a.at(row: rows.lowerBound, column: terms.lowerBound)
    let stride = a.rowStride
    if rows.count == Tile.rows {
      for _ in terms {
        out[0] = source[0]
        out[1] = source[stride]
        out[2] = source[2 * stride]
        out[3] = source[3 * stride]
        out[4] = source[4 * stride]
        out[5] = source[5 * stride]
        out += Tile.rows
        source += step
      }
    } else {
      for _ in terms {
        for row in 0..<Tile.rows { out[row] = row < rows.count ? source[row * stride] : 0 }
        out += Tile.rows
        source += step
      }
    }
  }

  /// Columns `columns` (at most 16) of `b`, terms `terms`, as [term, 16].
  static func packColumns(
    _ b: MatrixView, columns: Range<Int>, terms: Range<Int>,
    into packed: UnsafeMutablePointer<Float>
  ) {
    var out = packed
    let step = b.rowStride
    var source = b.at(row: terms.lowerBound, column: columns.lowerBound)
    if columns.count == Tile.columns && b.columnStride == 1 {
      for _ in terms {
        Lanes.load(source).store(out)
        Lanes.load(source + 8).store(out + 8)
        out += Tile.columns
        source += step
      }
    } else {
      let stride = b.columnStride
      for _ in terms {
        for column in 0..<columns.count { out[column] = source[column * stride] }
        for column in columns.count..<Tile.columns { out[column] = 0 }
        out += Tile.columns
        source += step
      }
    }
  }
}
