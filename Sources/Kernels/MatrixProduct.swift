/// The matrix product c = a·b, blocked for the caches.
///
/// Every element of c is one chain of fused multiply-adds in the order of the terms; a block
/// boundary inside the sum stores the running value and goes on from it. So neither the block
/// sizes nor the threads can change a bit. After Goto and van de Geijn, "Anatomy of
/// high-performance matrix multiplication" (ACM TOMS 2008).
package enum MatrixProduct {
  /// Rows to a task: a block of theirs fits the second cache.
  static let rowsPerTask = 1024 / Tile.rows * Tile.rows
  /// Elements of either side that are packed at a time, 4 MiB.
  private static let panelSize = 1 << 20

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
    if rows <= RowProduct.mostRows && b.columnStride == 1 {
      for row in 0..<rows {
        pool.forRanges(columns, grain: RowProduct.columnsPerTask) {
          RowProduct.multiply(
            columns: $0, terms: terms, a.at(row: row, column: 0), step: a.columnStride, b,
            into: c + row * columns, continues: continues)
        }
      }
      return
    }
    let blocks = max(1, panelSize / (min(rows, columns) * Tile.termsPerBlock))
    let termStep = min(terms, blocks * Tile.termsPerBlock)
    let rowStep = max(1, panelSize / termStep / Tile.rows) * Tile.rows
    let columnStep = max(1, panelSize / termStep / Tile.columns) * Tile.columns
    for term in stride(from: 0, to: terms, by: termStep) {
      let terms = term..<min(term + termStep, terms)
      for row in stride(from: 0, to: rows, by: rowStep) {
        let left = Panel(
          a.transposed, terms: terms, outputs: row..<min(row + rowStep, rows), width: Tile.rows)
        for column in stride(from: 0, to: columns, by: columnStep) {
          let right = Panel(
            b, terms: terms, outputs: column..<min(column + columnStep, columns),
            width: Tile.columns)
          multiply(
            left, right, packsLeft: column == 0, into: c, rowStride: columns,
            continues: continues || term > 0, pool: pool)
        }
      }
    }
  }

  /// Packs both panels (the left one only if it is new), then multiplies them.
  private static func multiply(
    _ left: Panel, _ right: Panel, packsLeft: Bool, into c: UnsafeMutablePointer<Float>,
    rowStride: Int, continues: Bool, pool: WorkerPool
  ) {
    pool.withScratch(count: left.packedCount + right.packedCount) { packedLeft in
      let packedRight = packedLeft + left.packedCount
      let leftUnits = packsLeft ? left.units : 0
      pool.forRanges(leftUnits + right.units, grain: 4) { units in
        for unit in units {
          if unit < leftUnits {
            left.pack(unit: unit, width: Tile.rows, into: packedLeft)
          } else {
            right.pack(unit: unit - leftUnits, width: Tile.columns, into: packedRight)
          }
        }
      }
      let plan = Plan(tiles: left.strips, strips: right.strips, threads: pool.threadCount)
      let product = PanelProduct(
        left: left, right: right, packedLeft: packedLeft, packedRight: packedRight, c: c,
        rowStride: rowStride, continues: continues)
      pool.forEach(plan.tasks) { task in
        product.multiply(tiles: plan.tiles(of: task), strip: plan.strip(of: task))
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
    let left = Panel(a.transposed, terms: 0..<terms, outputs: 0..<rows, width: Tile.rows)
    let right = Panel(b, terms: 0..<terms, outputs: 0..<columns, width: Tile.columns)
    withUnsafeTemporaryAllocation(
      byteCount: (left.packedCount + right.packedCount) * MemoryLayout<Float>.stride, alignment: 64
    ) {
      guard let packedLeft = $0.baseAddress?.assumingMemoryBound(to: Float.self) else { return }
      let packedRight = packedLeft + left.packedCount
      for unit in 0..<left.units { left.pack(unit: unit, width: Tile.rows, into: packedLeft) }
      for unit in 0..<right.units { right.pack(unit: unit, width: Tile.columns, into: packedRight) }
      let product = PanelProduct(
        left: left, right: right, packedLeft: packedLeft, packedRight: packedRight, c: c,
        rowStride: rowStride, continues: continues)
      for strip in 0..<right.strips { product.multiply(tiles: 0..<left.strips, strip: strip) }
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

/// How the outputs of two panels are dealt to tasks: a strip of columns each, and for few columns a
/// part of the rows.
private struct Plan {
  private let tileCount: Int
  private let stripCount: Int
  private let tilesPerTask: Int

  init(tiles: Int, strips: Int, threads: Int) {
    tileCount = tiles
    stripCount = strips
    let wanted = threads == 1 ? 1 : (4 * threads + strips - 1) / strips
    let share = (tiles + wanted - 1) / wanted
    tilesPerTask = min(max(share, 4), MatrixProduct.rowsPerTask / Tile.rows)
  }

  var tasks: Int { stripCount * ((tileCount + tilesPerTask - 1) / tilesPerTask) }

  /// Tasks that follow each other share their rows, which then stay in the second cache.
  func tiles(of task: Int) -> Range<Int> {
    let first = task / stripCount * tilesPerTask
    return first..<min(first + tilesPerTask, tileCount)
  }

  func strip(of task: Int) -> Int { task % stripCount }
}
