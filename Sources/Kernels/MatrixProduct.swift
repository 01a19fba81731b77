/// The matrix product c = a·b, blocked for the caches.
///
/// Every element of c is one chain of fused multiply-adds in the order of the terms; a block
/// boundary inside the sum stores the running value and goes on from it. So neither the block
/// sizes nor the threads can change a bit. After Goto and van de Geijn, "Anatomy of
/// high-performance matrix multiplication" (ACM TOMS 2008).
package enum MatrixProduct {
  /// Terms to a block: a strip of b for one tile is 16 KiB, inside the first cache.
  static let termsPerBlock = 256
  /// Rows to a task: their strip of a is at most 96 KiB, inside the second cache.
  static let rowsPerTask = 96

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
    if terms == 0 {
      if !continues { c.update(repeating: 0, count: rows * columns) }
      return
    }
    let strips = (columns + Tile.columns - 1) / Tile.columns
    let depth = min(terms, termsPerBlock)
    let packed = UnsafeMutablePointer<Float>.allocate(capacity: strips * Tile.columns * depth)
    defer { packed.deallocate() }
    let plan = Plan(rows: rows, strips: strips, threads: pool.threadCount)
    for start in stride(from: 0, to: terms, by: termsPerBlock) {
      let block = start..<min(start + termsPerBlock, terms)
      let stripSize = block.count * Tile.columns
      pool.forRanges(strips, grain: max(1, 16384 / stripSize)) { range in
        for strip in range {
          let first = strip * Tile.columns
          Packing.packColumns(
            b, columns: first..<min(first + Tile.columns, columns), terms: block,
            into: packed + strip * stripSize)
        }
      }
      pool.forEach(plan.tasks) { task in
        multiplyTask(
          plan.rows(of: task), strips: plan.strips(of: task), columns: columns, terms: block, a,
          packed: packed, into: c, continues: continues || start > 0)
      }
    }
  }

  /// The same product on the calling thread alone, for use inside a loop over heads.
  package static func multiplyAlone(
    rows: Int, columns: Int, terms: Int, _ a: MatrixView, _ b: MatrixView,
    into c: UnsafeMutablePointer<Float>, continues: Bool = false
  ) {
    multiply(
      rows: rows, columns: columns, terms: terms, a, b, into: c, continues: continues, pool: alone)
  }

  private static let alone = WorkerPool(threadCount: 1)

  private static func multiplyTask(
    _ rows: Range<Int>, strips: Range<Int>, columns: Int, terms: Range<Int>, _ a: MatrixView,
    packed: UnsafePointer<Float>, into c: UnsafeMutablePointer<Float>, continues: Bool
  ) {
    let tiles = (rows.count + Tile.rows - 1) / Tile.rows
    let strip = terms.count * Tile.columns
    withUnsafeTemporaryAllocation(
      of: Float.self, capacity: tiles * Tile.rows * terms.count + Tile.rows * Tile.columns
    ) { scratch in
      let edge = scratch.baseAddress!
      let packedRows = edge + Tile.rows * Tile.columns
      for tile in 0..<tiles {
        let first = rows.lowerBound + tile * Tile.rows
        Packing.packRows(
          a, rows: first..<min(first + Tile.rows, rows.upperBound), terms: terms,
          into: packedRows + tile * Tile.rows * terms.count)
      }
      for index in strips {
        let column = index * Tile.columns
        for tile in 0..<tiles {
          let row = rows.lowerBound + tile * Tile.rows
          let height = min(Tile.rows, rows.upperBound - row)
          let width = min(Tile.columns, columns - column)
          let left = packedRows + tile * Tile.rows * terms.count
          let out = c + row * columns + column
          if height == Tile.rows && width == Tile.columns {
            Tile.multiply(
              depth: terms.count, a: left, b: packed + index * strip, c: out, rowStride: columns,
              continues: continues)
          } else {
            copy(out, columns, to: edge, Tile.columns, height: height, width: width)
            Tile.multiply(
              depth: terms.count, a: left, b: packed + index * strip, c: edge,
              rowStride: Tile.columns, continues: continues)
            copy(edge, Tile.columns, to: out, columns, height: height, width: width)
          }
        }
      }
    }
  }

  /// Copies a corner of `height` × `width` between row strides; used for tiles over the edge.
  private static func copy(
    _ source: UnsafePointer<Float>, _ sourceStride: Int, to target: UnsafeMutablePointer<Float>,
    _ targetStride: Int, height: Int, width: Int
  ) {
    for row in 0..<height {
      for column in 0..<width {
        target[row * targetStride + column] = source[row * sourceStride + column]
      }
    }
  }
}

/// How the outputs are dealt to tasks: by rows first, by columns when there are few rows.
private struct Plan {
  let rowCount: Int
  let stripCount: Int
  let rowsPerTask: Int
  let rowTasks: Int
  let stripTasks: Int

  init(rows: Int, strips: Int, threads: Int) {
    rowCount = rows
    stripCount = strips
    let wanted = threads == 1 ? 1 : threads * 2
    let share = (rows + wanted - 1) / wanted
    let tiles = (share + Tile.rows - 1) / Tile.rows
    rowsPerTask = min(MatrixProduct.rowsPerTask, tiles * Tile.rows)
    rowTasks = (rows + rowsPerTask - 1) / rowsPerTask
    stripTasks = max(1, min(strips, wanted / rowTasks))
  }

  var tasks: Int { rowTasks * stripTasks }

  func rows(of task: Int) -> Range<Int> {
    let first = (task % rowTasks) * rowsPerTask
    return first..<min(first + rowsPerTask, rowCount)
  }

  func strips(of task: Int) -> Range<Int> {
    let part = task / rowTasks
    return part * stripCount / stripTasks..<(part + 1) * stripCount / stripTasks
  }
}
