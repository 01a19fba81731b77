/// The matrix product c = a·b, blocked for the caches.
///
/// Every element of c is one chain of fused multiply-adds in the order of the terms; a block
/// boundary inside the sum stores the running value and goes on from it. So neither the block
/// sizes nor the threads can change a bit. After Goto and van de Geijn, "Anatomy of
/// high-performance matrix multiplication" (ACM TOMS 2008).
package enum MatrixProduct {
  /// c[i, j] = (`continues` ? c[i, j] : 0) + Σₚ a[i, p]·b[p, j] (+ the addend's), split over the pool's
  /// threads.
  /// - Parameters:
  ///   - a: [rows, terms]
  ///   - b: [terms, columns]
  ///   - c: [rows, columns], dense and row-major, not overlapping a, b or the addend
  package static func multiply(
    rows: Int, columns: Int, terms: Int, _ a: MatrixView, _ b: MatrixView,
    into c: UnsafeMutablePointer<Float>, continues: Bool = false, plus addend: Addend? = nil,
    pool: WorkerPool
  ) {
    let loops = loops(
      rows: rows, columns: columns, terms: terms, a, b, into: c, continues: continues,
      plus: addend, threads: pool.threadCount)
    pool.run(sideBySide: [loops])
  }

  /// The same product as loops, each of which needs the one before it; parameters as in `multiply`. All
  /// pointers must be good until the loops have run. A product of no terms is written at once.
  package static func loops(
    rows: Int, columns: Int, terms: Int, _ a: MatrixView, _ b: MatrixView,
    into c: UnsafeMutablePointer<Float>, continues: Bool = false, plus addend: Addend? = nil,
    threads: Int
  ) -> [Loop] {
    if rows <= RowProduct.mostRows && b.columnStride == 1 && terms > 0 {
      let loop = Loop(ranges: columns, grain: RowProduct.columnsPerTask) {
        for row in 0..<rows {
          RowProduct.multiply(
            columns: $0, terms: terms, a.at(row: row, column: 0), step: a.columnStride, b,
            into: c + row * columns, continues: continues)
          add(addend, row: row, columns: $0, to: c + row * columns)
        }
      }
      return [loop]
    }
    var loops: [Loop] = []
    forEachBlock((rows, columns, terms), a, b, c, rowStride: columns, continues, .whole, addend) {
      loops.append($0.loop(threads: threads))
    }
    return loops
  }

  /// The same product on the calling thread alone, for small ones inside a loop that is shared.
  /// - Parameters:
  ///   - rowStride: elements from one row of c to the next, `columns` if nil
  ///   - triangle: what of it may be left out
  package static func multiplyAlone(
    rows: Int, columns: Int, terms: Int, _ a: MatrixView, _ b: MatrixView,
    into c: UnsafeMutablePointer<Float>, rowStride: Int? = nil, continues: Bool = false,
    triangle: Triangle = .whole
  ) {
    let size = (rows, columns, terms)
    forEachBlock(size, a, b, c, rowStride: rowStride ?? columns, continues, triangle, nil) {
      $0.multiply()
    }
  }

  /// A block of the terms after the other; a sum of no terms is 0, written at once.
  private static func forEachBlock(
    _ size: (rows: Int, columns: Int, terms: Int), _ a: MatrixView, _ b: MatrixView,
    _ c: UnsafeMutablePointer<Float>, rowStride: Int, _ continues: Bool, _ triangle: Triangle,
    _ addend: Addend?, _ multiply: (BlockProduct) -> Void
  ) {
    guard size.rows > 0, size.columns > 0 else { return }
    if size.terms == 0 {
      for row in 0..<size.rows {
        let c = c + row * rowStride
        if !continues { c.update(repeating: 0, count: size.columns) }
        add(addend, row: row, columns: 0..<size.columns, to: c)
      }
    }
    for first in stride(from: 0, to: size.terms, by: Tile.termsPerBlock) {
      let terms = first..<min(first + Tile.termsPerBlock, size.terms)
      multiply(
        BlockProduct(
          a: a, b: b, rows: size.rows, columns: size.columns, terms: terms, c: c,
          rowStride: rowStride, continues: continues || first > 0, triangle: triangle,
          addend: terms.upperBound == size.terms ? addend : nil))
    }
  }

  /// - Parameter c: the row of the result
  static func add(
    _ addend: Addend?, row: Int, columns: Range<Int>, to c: UnsafeMutablePointer<Float>
  ) {
    guard let addend = addend?.at(row: row, column: columns.lowerBound) else { return }
    let c = c + columns.lowerBound
    if let bias = addend.bias { Pointwise.add(columns.count, c, bias, into: c) }
    if let elements = addend.elements { Pointwise.add(columns.count, c, elements, into: c) }
  }
}
