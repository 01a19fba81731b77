import Kernels
import Testing

/// Products of which whole tiles are left out: the bits that are wanted are those of the whole product,
/// and what lies a tile or more outside is not read.
@Suite struct TriangleTests {
  /// More than a tile of any build has rows.
  private static let reach = 6
  private static let sizes = [
    (64, 64, 64), (64, 192, 128), (13, 40, 27), (70, 410, 340), (5, 9, 4),
  ]

  private static func numbers(_ count: Int, stream: UInt32) -> [Float] {
    let random = RandomStream(seed: 23, stream: stream)
    return (0..<count).map { random.normal(step: 0, element: $0) }
  }

  /// Rows × terms of a, of which those outside are `filler`.
  private static func left(
    _ rows: Int, _ terms: Int, filler: Float, isOutside: (Int, Int) -> Bool
  ) -> [Float] {
    var a = numbers(rows * terms, stream: 1)
    for row in 0..<rows {
      for term in 0..<terms where isOutside(row, term) { a[row * terms + term] = filler }
    }
    return a
  }

  private static func multiply(
    _ size: (rows: Int, columns: Int, terms: Int), _ a: [Float], isTransposed: Bool = false,
    continues: Bool = false, _ triangle: Triangle
  ) -> [Float] {
    var c = numbers(size.rows * size.columns, stream: 3)
    // The same numbers, their rows or their columns side by side.
    let stored =
      isTransposed
      ? (0..<size.terms).flatMap { term in (0..<size.rows).map { a[$0 * size.terms + term] } } : a
    stored.withUnsafeBufferPointer { a in
      numbers(size.terms * size.columns, stream: 2).withUnsafeBufferPointer { b in
        guard let a = a.baseAddress, let b = b.baseAddress else { return }
        MatrixProduct.multiplyAlone(
          rows: size.rows, columns: size.columns, terms: size.terms,
          isTransposed
            ? MatrixView(a, columns: size.rows).transposed : MatrixView(a, columns: size.terms),
          MatrixView(b, columns: size.columns), into: &c, continues: continues, triangle: triangle)
      }
    }
    return c
  }

  @Test(arguments: sizes, [false, true])
  func termsUpToTheRow(_ sizes: (rows: Int, last: Int, offset: Int), continues: Bool) {
    let size = (rows: sizes.rows, columns: 37, terms: min(sizes.last, sizes.rows + sizes.offset))
    func isZero(_ row: Int, _ term: Int) -> Bool { term > row + sizes.offset }
    func isFar(_ row: Int, _ term: Int) -> Bool { term >= row + sizes.offset + Self.reach }
    let zeros = Self.left(size.rows, size.terms, filler: 0, isOutside: isZero)
    let expected = Self.multiply(size, zeros, continues: continues, .whole)
    var spoilt = Self.left(size.rows, size.terms, filler: .nan, isOutside: isFar)
    for place in spoilt.indices where zeros[place] == 0 && !spoilt[place].isNaN {
      spoilt[place] = 0
    }
    let found = Self.multiply(
      size, spoilt, continues: continues, .termsUpTo(offset: sizes.offset))
    #expect(found.map(\.bitPattern) == expected.map(\.bitPattern))
  }

  @Test(arguments: sizes, [false, true])
  func termsFromTheRow(_ sizes: (rows: Int, last: Int, offset: Int), continues: Bool) {
    let size = (rows: sizes.last, columns: 37, terms: sizes.rows)
    func isZero(_ row: Int, _ term: Int) -> Bool { term < row - sizes.offset }
    func isFar(_ row: Int, _ term: Int) -> Bool { term < row - sizes.offset - Self.reach }
    let zeros = Self.left(size.rows, size.terms, filler: 0, isOutside: isZero)
    let expected = Self.multiply(size, zeros, isTransposed: true, continues: continues, .whole)
    var spoilt = Self.left(size.rows, size.terms, filler: .nan, isOutside: isFar)
    for place in spoilt.indices where zeros[place] == 0 && !spoilt[place].isNaN {
      spoilt[place] = 0
    }
    let found = Self.multiply(
      size, spoilt, isTransposed: true, continues: continues, .termsFrom(offset: sizes.offset))
    #expect(found.map(\.bitPattern) == expected.map(\.bitPattern))
  }

  /// Up to the diagonal and on to a multiple of eight; far beyond it nothing is written.
  @Test(arguments: sizes) func columnsUpToTheRow(_ sizes: (rows: Int, last: Int, offset: Int)) {
    let size = (rows: sizes.rows, columns: min(sizes.last, sizes.rows + sizes.offset), terms: 33)
    let a = Self.numbers(size.rows * size.terms, stream: 1)
    let before = Self.numbers(size.rows * size.columns, stream: 3)
    let expected = Self.multiply(size, a, .whole)
    let found = Self.multiply(size, a, .columnsUpTo(offset: sizes.offset))
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        let place = row * size.columns + column
        if column < (row + sizes.offset + 8) & ~7 {
          #expect(found[place].bitPattern == expected[place].bitPattern, "[\(row), \(column)]")
        } else if column > row + sizes.offset + Self.reach + 64 {
          #expect(found[place].bitPattern == before[place].bitPattern, "[\(row), \(column)]")
        }
      }
    }
  }
}
