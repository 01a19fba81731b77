import Kernels
import Testing

/// The blocked product against the textbook loop, to the bit.
@Suite struct MatrixProductTests {
  private static func numbers(_ count: Int, stream: UInt32) -> [Float] {
    let random = RandomStream(seed: 9, stream: stream)
    return (0..<count).map { random.normal(step: 0, element: $0) }
  }

  /// Sizes around the tile (6 × 16) and the block (256 terms).
  static let sizes = [
    (1, 1, 1), (1, 37, 5), (5, 15, 3), (6, 16, 256), (7, 17, 257), (13, 50, 600), (100, 33, 40),
    (200, 5, 513),
  ]

  @Test(arguments: sizes, [1, 2, 3]) func everyBitIsTheReferences(
    _ size: (rows: Int, columns: Int, terms: Int), threads: Int
  ) {
    let (rows, columns, terms) = size
    let a = Self.numbers(rows * terms, stream: 1)
    let b = Self.numbers(terms * columns, stream: 2)
    let start = Self.numbers(rows * columns, stream: 3)
    for transposes in [false, true] {
      for continues in [false, true] {
        var expected = start
        var found = start
        a.withUnsafeBufferPointer { a in
          b.withUnsafeBufferPointer { b in
            let left =
              transposes
              ? MatrixView(a.baseAddress!, columns: rows).transposed
              : MatrixView(a.baseAddress!, columns: terms)
            let right =
              transposes
              ? MatrixView(b.baseAddress!, columns: terms).transposed
              : MatrixView(b.baseAddress!, columns: columns)
            Reference.multiply(
              rows: rows, columns: columns, terms: terms, left, right, into: &expected,
              continues: continues)
            found.withUnsafeMutableBufferPointer {
              MatrixProduct.multiply(
                rows: rows, columns: columns, terms: terms, left, right, into: $0.baseAddress!,
                continues: continues, pool: WorkerPool(threadCount: threads))
            }
          }
        }
        #expect(found.map(\.bitPattern) == expected.map(\.bitPattern))
      }
    }
  }

  @Test func noTermsGiveZeros() {
    var c: [Float] = [1, 2, 3, 4]
    let nothing: [Float] = [0]
    nothing.withUnsafeBufferPointer { none in
      c.withUnsafeMutableBufferPointer {
        MatrixProduct.multiply(
          rows: 2, columns: 2, terms: 0, MatrixView(none.baseAddress!, columns: 0),
          MatrixView(none.baseAddress!, columns: 2), into: $0.baseAddress!,
          pool: WorkerPool(threadCount: 1))
      }
    }
    #expect(c == [0, 0, 0, 0])
  }
}
