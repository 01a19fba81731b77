/// Where the next tile of a product reads and writes.
///
/// Its lines lie far apart, so the processor does not foresee them, and one has to ask for them; a few
/// at a time, or else they hold up b.
struct NextTile {
  let c: UnsafePointer<Float>
  /// Elements of c from row to row.
  let rowStride: Int
  /// Its rows of a, if these are to be read for the first time and their terms lie side by side.
  let a: UnsafePointer<Float>?
  /// Elements of a from row to row.
  let rowStep: Int

  /// After so many lines of a row of a the processor foresees the others.
  private static let lines = 4

  @inline(__always)
  func fetch(row: Int) {
    for line in 0..<Tile.columns / 16 { Prefetch.writing(c + row * rowStride + line * 16) }
    guard let a else { return }
    for line in 0..<Self.lines { Prefetch.reading(a + row * rowStep + line * 16) }
  }
}
