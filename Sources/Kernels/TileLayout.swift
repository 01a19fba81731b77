/// What the tiles of a product have in common: how many terms they add, and how their operands lie.
struct TileLayout {
  let terms: Int
  /// Elements of a from row to row, and from term to term.
  let aRowStep: Int
  let aTermStep: Int
  /// Elements of b from term to term; its columns lie side by side.
  let bTermStep: Int
  /// Elements of b from a strip of columns to the next.
  let bStripStep: Int
  /// Elements of c from row to row; its columns lie side by side.
  var cRowStep: Int
  /// Whether the chains go on from what c holds.
  let continues: Bool

  /// The same with another c.
  func writing(cRowStep: Int) -> TileLayout {
    var layout = self
    layout.cRowStep = cRowStep
    return layout
  }
}

/// Where the next tile of a product reads and writes.
///
/// Its lines lie far apart, so the processor does not foresee them, and one has to ask for them; a few
/// at a time, or else they hold up b.
struct NextTile {
  let c: UnsafePointer<Float>
  /// Elements of c from row to row.
  let cRowStep: Int
  /// Its rows of a, if these are to be read for the first time and their terms lie side by side.
  let rows: UnsafePointer<Float>?
  /// What else is read then for the first time; any lines, if nothing is.
  let lines: ScatteredLines

  @inline(__always)
  init(
    c: UnsafePointer<Float>, cRowStep: Int, rows: UnsafePointer<Float>? = nil,
    lines: ScatteredLines? = nil
  ) {
    (self.c, self.cRowStep, self.rows) = (c, cRowStep, rows)
    self.lines = lines ?? ScatteredLines(at: c)
  }

  /// After so many lines of a row of a the processor foresees the others.
  private static let beginning = 4

  /// Asks for one of the tile's rows of c, and for the beginning of one of a.
  /// - Parameter aRowStep: elements of a from row to row
  @inline(__always)
  func fetch(row: Int, aRowStep: Int) {
    for line in 0..<Tile.columns / 16 { prefetch(c + row * cRowStep + line * 16) }
    guard let rows else { return }
    for line in 0..<Self.beginning { prefetch(rows + row * aRowStep + line * 16) }
  }
}

/// Lines of a matrix [terms, …] from a place on, in groups as wide as a tile that lie side by side. A tile
/// asks for a group with each of its own terms.
struct ScatteredLines {
  let first: UnsafePointer<Float>
  /// Elements from group to group.
  let step: Int
  /// Elements between the first groups of two shares of a tile's terms.
  let shareStep: Int

  /// Of a term after the other where its columns lie side by side, else of a column after the other
  /// where its terms of one share do.
  @inline(__always)
  init(_ matrix: MatrixView, row: Int, column: Int, terms: Int) {
    let share = Tile.share(of: terms)
    first = matrix.at(row: row, column: column)
    step = matrix.columnStride == 1 ? matrix.rowStride : matrix.columnStride
    shareStep = matrix.columnStride == 1 ? share * matrix.rowStride : share
  }

  /// One group only.
  @inline(__always)
  init(at address: UnsafePointer<Float>) { (first, step, shareStep) = (address, 0, 0) }

  /// Asks for a group, into the second cache where a strip of such groups would fill the first.
  @inline(__always)
  static func fetch(_ group: UnsafePointer<Float>) {
    #if WIDE_KERNELS
      for line in 0..<Tile.columns / 16 { prefetchFar(group + line * 16) }
    #else
      for line in 0..<Tile.columns / 16 { prefetch(group + line * 16) }
    #endif
  }
}
