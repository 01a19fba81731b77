/// The product of a, as it lies or packed, and a packed panel of b, added to its part of c.
struct PanelProduct {
  let left: Left
  /// All rows of a and c.
  let rows: Int
  let right: Panel
  let packedRight: UnsafePointer<Float>
  /// The whole result, `rowStride` elements from row to row.
  let c: UnsafeMutablePointer<Float>
  let rowStride: Int
  /// Whether the chains go on from what c holds.
  let continues: Bool

  enum Left {
    /// As it lies; there are at least as many rows as a tile takes.
    case matrix(MatrixView)
    case packed(Panel, UnsafePointer<Float>)
  }

  /// Tiles of rows, the last one possibly over the edge.
  var tileCount: Int { (rows + Tile.rows - 1) / Tile.rows }

  /// Some tiles of rows against some strips of columns, a block of terms after the other: a strip
  /// stays in the first cache while the tiles pass by from the second.
  func multiply(tiles: Range<Int>, strips: Range<Int>) {
    var edge = Tile.empty
    withUnsafeMutableBytes(of: &edge) {
      guard let edge = $0.baseAddress?.assumingMemoryBound(to: Float.self) else { return }
      var goesOn = continues
      right.forEachBlock { block in
        for strip in strips {
          for tile in tiles {
            let isLast = tile + 1 == tiles.upperBound
            fetch(isLast ? tiles.lowerBound : tile + 1, isLast ? strip + 1 : strip)
            multiply(source(tile, block), block, strip, edge, continues: goesOn)
          }
        }
        goesOn = true
      }
    }
  }

  /// Asks for the part of c that the next tile writes while this one is computed: its lines lie far
  /// apart, so the processor does not foresee them.
  @inline(__always)
  private func fetch(_ tile: Int, _ strip: Int) {
    let corner = c + tile * Tile.rows * rowStride + right.firstOutput(of: strip)
    for row in 0..<Tile.rows {
      for line in 0..<Tile.columns / 16 { prefetch(corner + row * rowStride + line * 16) }
    }
  }

  /// The elements of a that a tile reads, and which rows of c it writes.
  private struct Source {
    let a: UnsafePointer<Float>
    let rowStep: Int
    let termStep: Int
    /// The row of the first element, and the rows to write.
    let first: Int
    let rows: Range<Int>
  }

  /// Over the lower edge a tile that reads a as it lies begins higher, with rows that exist.
  private func source(_ tile: Int, _ block: Range<Int>) -> Source {
    let written = tile * Tile.rows..<min((tile + 1) * Tile.rows, rows)
    switch left {
    case .matrix(let a):
      let first = min(written.lowerBound, rows - Tile.rows)
      return Source(
        a: a.at(row: first, column: block.lowerBound), rowStep: a.rowStride,
        termStep: a.columnStride, first: first, rows: written)
    case .packed(let panel, let packed):
      return Source(
        a: packed + panel.place(of: tile, block), rowStep: 1, termStep: Tile.rows,
        first: written.lowerBound, rows: written)
    }
  }

  /// One tile; over an edge it is computed aside and its inside copied.
  @inline(__always)
  private func multiply(
    _ source: Source, _ block: Range<Int>, _ strip: Int, _ edge: UnsafeMutablePointer<Float>,
    continues: Bool
  ) {
    let columns = right.outputs(of: strip)
    let b = packedRight + right.place(of: strip, block)
    let corner = c + source.rows.lowerBound * rowStride + columns.lowerBound
    let isHalf = columns.count <= Tile.halfColumns
    if source.rows.count == Tile.rows
      && columns.count == (isHalf ? Tile.halfColumns : Tile.columns)
    {
      Tile.multiply(
        isHalf: isHalf, depth: block.count, a: source.a, rowStep: source.rowStep,
        termStep: source.termStep, b: b, c: corner, rowStride: rowStride, continues: continues)
      return
    }
    let inside = edge + (source.rows.lowerBound - source.first) * Tile.columns
    let size = (source.rows.count, columns.count)
    if continues { copy(size, from: corner, rowStride, to: inside, Tile.columns) }
    Tile.multiply(
      isHalf: isHalf, depth: block.count, a: source.a, rowStep: source.rowStep,
      termStep: source.termStep, b: b, c: edge, rowStride: Tile.columns, continues: continues)
    copy(size, from: inside, Tile.columns, to: corner, rowStride)
  }

  private func copy(
    _ size: (rows: Int, columns: Int), from source: UnsafePointer<Float>, _ sourceStride: Int,
    to target: UnsafeMutablePointer<Float>, _ targetStride: Int
  ) {
    for row in 0..<size.rows {
      (target + row * targetStride).update(from: source + row * sourceStride, count: size.columns)
    }
  }
}
