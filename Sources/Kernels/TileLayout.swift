/// What the tiles of a product have in common: how many terms they add, and how their operands lie.
struct TileLayout {
  let terms: Int
  /// Elements of a from row to row, and from term to term.
  let aRowStep: Int
  let aTermStep: Int
  /// Elements of b from term to term; its columns lie side by side.
  let bTermStep: Int
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
  let a: UnsafePointer<Float>?

  /// After so many lines of a row of a the processor foresees the others.
  private static let lines = 4

  /// Asks for one of the tile's rows of c, and for the beginning of one of a.
  /// - Parameter aRowStep: elements of a from row to row
  @inline(__always)
  func fetch(row: Int, aRowStep: Int) {
    for line in 0..<Tile.columns / 16 { prefetch(c + row * cRowStep + line * 16) }
    guard let a else { return }
    for line in 0..<Self.lines { prefetch(a + row * aRowStep + line * 16) }
  }
}
