/// Copies a strip of a matrix into the order in which the tile reads it, padded with zeros.
///
/// Inlined where it is used, so that `width` is a constant and the loops over it unroll; `while`,
/// since an iterator over a stride is called in so large a function.
enum Packing {
  /// out[p, j] = matrix[p, j] for the terms p and at most `width` columns j, then zeros: [terms,
  /// width].
  @inline(__always)
  static func pack(
    _ matrix: MatrixView, terms: Range<Int>, width: Int, columns: Range<Int>,
    into packed: UnsafeMutablePointer<Float>
  ) {
    let source = matrix.at(row: terms.lowerBound, column: columns.lowerBound)
    if matrix.columnStride == 1 {
      copyRows(
        terms.count, source, stride: matrix.rowStride, count: columns.count, width, into: packed)
    } else {
      transpose(
        terms.count, source, termStride: matrix.rowStride, columnStride: matrix.columnStride,
        count: columns.count, width, into: packed)
    }
  }

  /// So many rows further on lies what is asked for while a row is copied.
  private static let rowsAhead = 8
  /// Floats in a cache line.
  private static let lineCount = 16

  /// The columns of one term lie side by side.
  @inline(__always)
  private static func copyRows(
    _ terms: Int, _ source: UnsafePointer<Float>, stride: Int, count: Int, _ width: Int,
    into packed: UnsafeMutablePointer<Float>
  ) {
    for term in 0..<terms {
      let from = source + term * stride
      let to = packed + term * width
      for line in 0..<width / 16 { prefetch(from + rowsAhead * stride + line * 16) }
      // With a constant count the loops unroll.
      if count == width {
        copyRow(from, count: width, into: to)
      } else {
        copyRow(from, count: count, into: to)
        for column in count..<width { to[column] = 0 }
      }
    }
  }

  @inline(__always)
  private static func copyRow(
    _ from: UnsafePointer<Float>, count: Int, into to: UnsafeMutablePointer<Float>
  ) {
    var column = 0
    while column + 8 <= count {
      Lanes.load(from + column).store(to + column)
      column += 8
    }
    while column + 4 <= count {
      Four.load(from + column).store(to + column)
      column += 4
    }
    while column < count {
      to[column] = from[column]
      column += 1
    }
  }

  /// The terms of one column lie side by side, or nothing does.
  @inline(__always)
  private static func transpose(
    _ terms: Int, _ source: UnsafePointer<Float>, termStride: Int, columnStride: Int, count: Int,
    _ width: Int, into packed: UnsafeMutablePointer<Float>
  ) {
    var turned = 0
    if termStride == 1 && count == width && width % 4 == 0 {
      while turned + 4 <= terms {
        // Whole lines of four columns: many columns' lines do not stay in the first cache together.
        let end = min(turned + lineCount, terms & ~3)
        var column = 0
        while column < width {
          let from = source + column * columnStride
          for ahead in 0..<4 { prefetch(from + ahead * columnStride + end) }
          var term = turned
          while term < end {
            Four.transpose(
              from + term, columnStride, into: packed + term * width + column, width)
            term += 4
          }
          column += 4
        }
        turned = end
      }
    }
    for term in turned..<terms {
      let to = packed + term * width
      for column in 0..<count { to[column] = source[column * columnStride + term * termStride] }
      for column in count..<max(width, count) { to[column] = 0 }
    }
  }
}

/// Four floats side by side, for moving them about.
typealias Four = SIMD4<Float>

extension Four {
  @inline(__always)
  static func load(_ pointer: UnsafePointer<Float>) -> Four {
    UnsafeRawPointer(pointer).loadUnaligned(as: Four.self)
  }

  @inline(__always)
  func store(_ pointer: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(pointer).storeBytes(of: self, as: Four.self)
  }

  /// to[j, i] = from[i, j], 4 × 4.
  @inline(__always)
  static func transpose(
    _ from: UnsafePointer<Float>, _ fromStride: Int, into to: UnsafeMutablePointer<Float>,
    _ toStride: Int
  ) {
    let (a, b) = interleave(load(from), load(from + fromStride))
    let (c, d) = interleave(load(from + 2 * fromStride), load(from + 3 * fromStride))
    Four(lowHalf: a.lowHalf, highHalf: c.lowHalf).store(to)
    Four(lowHalf: a.highHalf, highHalf: c.highHalf).store(to + toStride)
    Four(lowHalf: b.lowHalf, highHalf: d.lowHalf).store(to + 2 * toStride)
    Four(lowHalf: b.highHalf, highHalf: d.highHalf).store(to + 3 * toStride)
  }

  /// The lanes of two in turn: those of the first halves, those of the second.
  @inline(__always)
  private static func interleave(_ x: Four, _ y: Four) -> (first: Four, second: Four) {
    var (first, second) = (Four.zero, Four.zero)
    (first.evenHalf, first.oddHalf) = (x.lowHalf, y.lowHalf)
    (second.evenHalf, second.oddHalf) = (x.highHalf, y.highHalf)
    return (first, second)
  }
}
