/// The matrix product c = a·b, blocked for the caches.
///
/// Every element of c is one chain of fused multiply-adds in the order of the terms; a block
/// boundary inside the sum stores the running value and goes on from it. So neither the block
/// sizes nor the threads can change a bit. After Goto and van de Geijn, "Anatomy of
/// high-performance matrix multiplication" (ACM TOMS 2008).
package enum MatrixProduct {
  /// Elements of b that are packed at a time, 4 MiB.
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
    let columnStep = max(1, panelSize / termStep / Tile.columns) * Tile.columns
    for term in stride(from: 0, to: terms, by: termStep) {
      for column in stride(from: 0, to: columns, by: columnStep) {
        Part(
          a: a, b: b, rows: rows, columns: column..<min(column + columnStep, columns),
          terms: term..<min(term + termStep, terms), c: c, rowStride: columns,
          continues: continues || term > 0
        ).multiply(pool)
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
    Part(
      a: a, b: b, rows: rows, columns: 0..<columns, terms: 0..<terms, c: c, rowStride: rowStride,
      continues: continues
    ).multiply()
  }

  /// A sum of no terms.
  private static func clear(
    _ c: UnsafeMutablePointer<Float>, rows: Int, columns: Int, _ rowStride: Int, _ continues: Bool
  ) {
    guard !continues else { return }
    for row in 0..<rows { (c + row * rowStride).update(repeating: 0, count: columns) }
  }
}

/// All rows of a product, some of its columns and some of its terms: what is packed at a time.
private struct Part {
  let a: MatrixView
  let b: MatrixView
  let rows: Int
  let columns: Range<Int>
  let terms: Range<Int>
  let c: UnsafeMutablePointer<Float>
  let rowStride: Int
  let continues: Bool

  private var right: Panel {
    Panel(b, terms: terms, outputs: columns, width: Tile.columns)
  }
  /// Terms that lie further apart than so many floats, 2 KiB, are not foreseen by the processor.
  private static let furthestTerms = 512
  /// The left side, if it must be packed: where the terms of a row lie far apart; and fewer rows than
  /// a tile's cannot be read.
  private var left: Panel? {
    guard rows < Tile.rows || a.columnStride > Self.furthestTerms else { return nil }
    return Panel(a.transposed, terms: terms, outputs: 0..<rows, width: Tile.rows)
  }

  /// Packs, all threads together, then multiplies.
  func multiply(_ pool: WorkerPool) {
    let (left, right) = (left, right)
    let leftCount = left?.packedCount ?? 0
    let leftUnits = left?.units ?? 0
    pool.withScratch(count: leftCount + right.packedCount) { packed in
      pool.forRanges(leftUnits + right.units, grain: 4) { units in
        for unit in units {
          if let left, unit < leftUnits {
            left.pack(unit: unit, width: Tile.rows, into: packed)
          } else {
            right.pack(unit: unit - leftUnits, width: Tile.columns, into: packed + leftCount)
          }
        }
      }
      let product = product(left, right, packed)
      let plan = Plan(tiles: product.tileCount, strips: right.strips, threads: pool.threadCount)
      pool.forEach(plan.tasks) { task in
        product.multiply(tiles: plan.tiles(of: task), strips: plan.strips(of: task))
      }
    }
  }

  /// The same on the calling thread alone.
  func multiply() {
    let (left, right) = (left, right)
    let leftCount = left?.packedCount ?? 0
    withUnsafeTemporaryAllocation(
      byteCount: (leftCount + right.packedCount) * MemoryLayout<Float>.stride, alignment: 64
    ) {
      guard let packed = $0.baseAddress?.assumingMemoryBound(to: Float.self) else { return }
      if let left {
        for unit in 0..<left.units { left.pack(unit: unit, width: Tile.rows, into: packed) }
      }
      for unit in 0..<right.units {
        right.pack(unit: unit, width: Tile.columns, into: packed + leftCount)
      }
      let product = product(left, right, packed)
      product.multiply(tiles: 0..<product.tileCount, strips: 0..<right.strips)
    }
  }

  private func product(
    _ left: Panel?, _ right: Panel, _ packed: UnsafePointer<Float>
  ) -> PanelProduct {
    PanelProduct(
      left: left.map { .packed($0, packed) } ?? .matrix(a), rows: rows, right: right,
      packedRight: packed + (left?.packedCount ?? 0), c: c, rowStride: rowStride,
      continues: continues)
  }
}

/// How the outputs of a panel are dealt to tasks: to each some tiles of rows and some strips of
/// columns, so that few rows and columns are read by more than one task.
private struct Plan {
  private let tileCount: Int
  private let stripCount: Int
  private let tilesPerTask: Int
  private let stripsPerTask: Int
  private let parts: Int

  /// So many for each thread, since some threads are slower than others.
  private static let tasksPerThread = 6
  /// A mebibyte of packed strips, half of the second cache.
  private static let mostStrips = (1 << 18) / (Tile.columns * Tile.termsPerBlock)
  /// A block of so many tiles of a, and what they write in a strip, stay in the second cache.
  private static let mostTiles = 32

  init(tiles: Int, strips: Int, threads: Int) {
    tileCount = tiles
    stripCount = strips
    let wanted = threads == 1 ? 1 : threads * Self.tasksPerThread
    let fewestGroups = (tiles + Self.mostTiles - 1) / Self.mostTiles
    func groups(_ parts: Int) -> Int {
      min(tiles, max(fewestGroups, (wanted + parts - 1) / parts))
    }
    func reads(_ parts: Int) -> Int {
      groups(parts) * strips * Tile.columns + parts * tiles * Tile.rows
    }
    let fewest = (strips + Self.mostStrips - 1) / Self.mostStrips
    let most = max(fewest, min(strips, wanted))
    let best = (fewest...most).min { reads($0) < reads($1) } ?? fewest
    stripsPerTask = (strips + best - 1) / best
    parts = (strips + stripsPerTask - 1) / stripsPerTask
    tilesPerTask = (tiles + groups(best) - 1) / groups(best)
  }

  var tasks: Int { parts * ((tileCount + tilesPerTask - 1) / tilesPerTask) }

  func tiles(of task: Int) -> Range<Int> {
    let first = task / parts * tilesPerTask
    return first..<min(first + tilesPerTask, tileCount)
  }

  func strips(of task: Int) -> Range<Int> {
    let first = task % parts * stripsPerTask
    return first..<min(first + stripsPerTask, stripCount)
  }
}
