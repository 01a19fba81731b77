/// The matrix product c = a·b, blocked for the caches.
///
/// Every element of c is one chain of fused multiply-adds in the order of the terms; a block
/// boundary inside the sum stores the running value and goes on from it. So neither the block
/// sizes nor the threads can change a bit. After Goto and van de Geijn, "Anatomy of
/// high-performance matrix multiplication" (ACM TOMS 2008), with the roles arranged for tall and
/// for flat matrices alike: a is packed once and shared, each strip of b is packed by the task that
/// uses it, just before, and stays in the first cache.
package enum MatrixProduct {
  /// Terms to a block: a strip of b for one tile then fits the first cache.
  static let termsPerBlock = Tile.termsPerBlock
  /// Rows to a task: a block of theirs fits the second cache.
  static let rowsPerTask = 1024 / Tile.rows * Tile.rows
  /// Elements of a that are packed at a time, 4 MiB.
  private static let panel = 1 << 20

  /// c[i, j] = (`continues` ? c[i, j] : 0) + Σₚ a[i, p]·b[p, j], split over the pool's threads.
  /// - Parameters:
  ///   - a: [rows, terms]
  ///   - b: [terms, columns]
  ///   - c: [rows, columns], dense and row-major, not overlapping a or b
  package static func multiply(
    rows: Int, columns: Int, terms: Int, _ a: MatrixView, _ b: MatrixView,
    into c: UnsafeMutablePointer<Float>, continues: Bool = false, pool: WorkerPool
  ) {
    guard rows > 0, columns > 0 else { return }
    guard terms > 0 else { return clear(c, rows: rows, columns: columns, columns, continues) }
    let blocks = max(1, panel / (rows * termsPerBlock))
    let termsPerPanel = min(terms, blocks * termsPerBlock)
    let rowsPerPanel = max(Tile.rows, panel / termsPerPanel / Tile.rows * Tile.rows)
    for firstRow in stride(from: 0, to: rows, by: rowsPerPanel) {
      for firstTerm in stride(from: 0, to: terms, by: termsPerPanel) {
        let panel = Panel(
          a, rows: firstRow..<min(firstRow + rowsPerPanel, rows),
          terms: firstTerm..<min(firstTerm + termsPerPanel, terms))
        pool.withScratch(count: panel.packedCount) { packed in
          pool.forRanges(panel.tiles, grain: 8) { panel.pack(tiles: $0, into: packed) }
          let plan = Plan(panel, columns: columns, threads: pool.threadCount)
          pool.forEach(plan.tasks) { task in
            panel.multiply(
              packed, by: b, columns: plan.strip(of: task), tiles: plan.tiles(of: task), into: c,
              rowStride: columns, continues: continues || firstTerm > 0)
          }
        }
      }
    }
  }

  /// The same product on the calling thread alone, for small ones inside a loop that is shared.
  /// - Parameter rowStride: elements from one row of c to the next, `columns` if nil
  package static func multiplyAlone(
    rows: Int, columns: Int, terms: Int, _ a: MatrixView, _ b: MatrixView,
    into c: UnsafeMutablePointer<Float>, rowStride: Int? = nil, continues: Bool = false
  ) {
    let rowStride = rowStride ?? columns
    guard rows > 0, columns > 0 else { return }
    guard terms > 0 else { return clear(c, rows: rows, columns: columns, rowStride, continues) }
    let panel = Panel(a, rows: 0..<rows, terms: 0..<terms)
    withUnsafeTemporaryAllocation(of: Float.self, capacity: panel.packedCount) {
      guard let packed = $0.baseAddress else { return }
      panel.pack(tiles: 0..<panel.tiles, into: packed)
      for strip in stride(from: 0, to: columns, by: Tile.columns) {
        panel.multiply(
          packed, by: b, columns: strip..<min(strip + Tile.columns, columns),
          tiles: 0..<panel.tiles,
          into: c, rowStride: rowStride, continues: continues)
      }
    }
  }

  /// A sum of no terms.
  private static func clear(
    _ c: UnsafeMutablePointer<Float>, rows: Int, columns: Int, _ rowStride: Int, _ continues: Bool
  ) {
    guard !continues else { return }
    for row in 0..<rows { (c + row * rowStride).update(repeating: 0, count: columns) }
  }
}

/// How the outputs of a panel are dealt to tasks: a strip of columns each, and for few columns a
/// part of the rows.
private struct Plan {
  private let columns: Int
  private let strips: Int
  private let tileCount: Int
  private let tilesPerTask: Int

  init(_ panel: Panel, columns: Int, threads: Int) {
    self.columns = columns
    strips = (columns + Tile.columns - 1) / Tile.columns
    tileCount = panel.tiles
    let wanted = threads == 1 ? 1 : (4 * threads + strips - 1) / strips
    let share = (tileCount + wanted - 1) / wanted
    tilesPerTask = min(max(share, 4), MatrixProduct.rowsPerTask / Tile.rows)
  }

  private var parts: Int { (tileCount + tilesPerTask - 1) / tilesPerTask }
  var tasks: Int { strips * parts }

  /// Tasks that follow each other share their rows, which then stay in the second cache.
  func tiles(of task: Int) -> Range<Int> {
    let first = task / strips * tilesPerTask
    return first..<min(first + tilesPerTask, tileCount)
  }

  func strip(of task: Int) -> Range<Int> {
    let first = task % strips * Tile.columns
    return first..<min(first + Tile.columns, columns)
  }
}
