/// Some rows and terms of the left matrix of a product, and their packed order: for each block of
/// terms, for each tile of rows, [term, row of the tile].
struct Panel {
  private let a: MatrixView
  private let rows: Range<Int>
  private let terms: Range<Int>

  init(_ a: MatrixView, rows: Range<Int>, terms: Range<Int>) {
    self.a = a
    self.rows = rows
    self.terms = terms
  }

  var tiles: Int { (rows.count + Tile.rows - 1) / Tile.rows }
  private var paddedRows: Int { tiles * Tile.rows }
  /// Floats in packed order, rows over the edge included.
  var packedCount: Int { paddedRows * terms.count }

  /// Copies `tiles` into their places. Where the rows of a term lie side by side, a few terms of all
  /// the tiles come before the next terms, so that memory is read as it lies.
  func pack(tiles: Range<Int>, into packed: UnsafeMutablePointer<Float>) {
    let termsAtOnce = a.rowStride == 1 ? 16 : MatrixProduct.termsPerBlock
    forEachBlock { block in
      for first in stride(from: block.lowerBound, to: block.upperBound, by: termsAtOnce) {
        let some = first..<min(first + termsAtOnce, block.upperBound)
        for tile in tiles {
          let row = rows.lowerBound + tile * Tile.rows
          Packing.pack(
            a.transposed, terms: some, width: Tile.rows,
            columns: row..<min(row + Tile.rows, rows.upperBound),
            into: packed + place(of: tile, block) + (first - block.lowerBound) * Tile.rows)
        }
      }
    }
  }

  /// c[i, j] = (`continues` ? c[i, j] : 0) + Σₚ a[i, p]·b[p, j] for the rows of `tiles`, one strip
  /// of columns j and this panel's terms p.
  /// - Parameters:
  ///   - packed: what `pack` wrote
  ///   - b: all terms and columns
  ///   - columns: at most a tile's
  ///   - c: all rows and columns, `rowStride` elements from row to row
  func multiply(
    _ packed: UnsafePointer<Float>, by b: MatrixView, columns: Range<Int>, tiles: Range<Int>,
    into c: UnsafeMutablePointer<Float>, rowStride: Int, continues: Bool
  ) {
    let stripSize = min(terms.count, MatrixProduct.termsPerBlock) * Tile.columns
    withUnsafeTemporaryAllocation(
      byteCount: (stripSize + Tile.rows * Tile.columns) * MemoryLayout<Float>.stride, alignment: 64
    ) { scratch in
      guard let start = scratch.baseAddress else { return }
      let strip = start.assumingMemoryBound(to: Float.self)
      let edge = strip + stripSize
      forEachBlock { block in
        Packing.pack(b, terms: block, width: Tile.columns, columns: columns, into: strip)
        for tile in tiles {
          let row = rows.lowerBound + tile * Tile.rows
          let corner = Corner(
            c: c + row * rowStride + columns.lowerBound, rowStride: rowStride,
            height: min(Tile.rows, rows.upperBound - row), width: columns.count)
          corner.add(
            depth: block.count, a: packed + place(of: tile, block), b: strip,
            continues: continues || block.lowerBound > terms.lowerBound, edge: edge)
        }
      }
    }
  }

  private func place(of tile: Int, _ block: Range<Int>) -> Int {
    (block.lowerBound - terms.lowerBound) * paddedRows + tile * Tile.rows * block.count
  }

  private func forEachBlock(_ body: (Range<Int>) -> Void) {
    for first in stride(
      from: terms.lowerBound, to: terms.upperBound, by: MatrixProduct.termsPerBlock)
    {
      body(first..<min(first + MatrixProduct.termsPerBlock, terms.upperBound))
    }
  }
}

/// Where a tile of outputs lies, possibly over the edge of the matrix.
private struct Corner {
  let c: UnsafeMutablePointer<Float>
  let rowStride: Int
  let height: Int
  let width: Int

  /// Adds a block of terms; a tile over the edge is computed in `edge` and its inside copied.
  func add(
    depth: Int, a: UnsafePointer<Float>, b: UnsafePointer<Float>, continues: Bool,
    edge: UnsafeMutablePointer<Float>
  ) {
    if height == Tile.rows && width == Tile.columns {
      Tile.multiply(depth: depth, a: a, b: b, c: c, rowStride: rowStride, continues: continues)
      return
    }
    if continues { copy(from: c, rowStride, to: edge, Tile.columns) }
    Tile.multiply(
      depth: depth, a: a, b: b, c: edge, rowStride: Tile.columns, continues: continues)
    copy(from: edge, Tile.columns, to: c, rowStride)
  }

  private func copy(
    from source: UnsafePointer<Float>, _ sourceStride: Int,
    to target: UnsafeMutablePointer<Float>, _ targetStride: Int
  ) {
    for row in 0..<height {
      (target + row * targetStride).update(from: source + row * sourceStride, count: width)
    }
  }
}
