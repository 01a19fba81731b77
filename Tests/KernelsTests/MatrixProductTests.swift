import Kernels
import Testing

/// The blocked product against the textbook loop, to the bit, over shapes that no tile divides.
@Suite struct MatrixProductTests {
  private static let random = RandomStream(seed: 21, stream: 1)
  private let pools = [1, 2, 3, 7].map { WorkerPool(threadCount: $0) }

  private static func draw(_ range: ClosedRange<Int>, _ shape: Int, _ element: Int) -> Int {
    range.lowerBound + random.index(below: range.count, step: shape, element: element)
  }

  /// Each number of rows, of columns and of terms from 1 to 40 at least once, beside others drawn.
  @Test func smallShapes() {
    for size in 1...40 {
      for (position, drawn) in [(0, size), (1, size + 100), (2, size + 200)] {
        var sizes = (0..<3).map { Self.draw(1...40, drawn, $0) }
        sizes[position] = size
        check(sizes, variant: drawn)
      }
    }
  }

  /// Terms around and over several blocks of a sum.
  @Test(arguments: [255, 256, 257, 383, 384, 385, 511, 512, 513, 700, 1025, 2100])
  func longSums(terms: Int) {
    for drawn in 0..<4 {
      check(
        [Self.draw(1...40, terms, drawn), Self.draw(1...70, terms, drawn + 9), terms],
        variant: drawn)
    }
  }

  /// Enough rows and columns for several tasks to a thread, and once for more strips than are packed
  /// at a time.
  @Test(
    arguments: [
      [97, 16, 30], [193, 35, 21], [6, 1030, 17], [1, 700, 64], [300, 1, 33], [13, 1400, 390],
    ])
  func manyOutputs(sizes: [Int]) {
    for variant in 0..<4 { check(sizes, variant: variant) }
  }

  /// Columns that fill tiles and half tiles, of so few terms that they need not be packed, also in a
  /// second block, and of one more.
  @Test(arguments: [3, 8, 10, 16, 24, 32, 64, 70, 96, 160]) func wholeStrips(columns: Int) {
    for terms in [1, 40, 64, 65, 448] { check([13, columns, terms], variant: 0) }
  }

  /// A left side that is transposed and so large that its terms lie far apart: it is packed, also over
  /// more than one block.
  @Test(arguments: [[520, 96, 400], [601, 33, 300], [1030, 70, 9]])
  func farTerms(sizes: [Int]) { check(sizes, variant: 1) }

  @Test(arguments: [false, true]) func noTerms(continues: Bool) {
    for isAdded in [false, true] {
      var c: [Float] = [1, 2, 3, 4]
      [Float(5), 6].withUnsafeBufferPointer {
        guard let numbers = $0.baseAddress else { return }
        MatrixProduct.multiply(
          rows: 2, columns: 2, terms: 0, MatrixView(numbers, columns: 0),
          MatrixView(numbers, columns: 2), into: &c, continues: continues,
          plus: isAdded ? Addend(bias: numbers, columns: 2) : nil, pool: pools[1])
      }
      let sums: [Float] = continues ? [1, 2, 3, 4] : [0, 0, 0, 0]
      #expect(c == (isAdded ? zip(sums, [5, 6, 5, 6]).map(+) : sums))
    }
  }

  /// One shape, both operands as a part of a larger matrix, plain or transposed, on every pool and on
  /// this thread alone.
  private func check(_ sizes: [Int], variant: Int) {
    let (rows, columns, terms) = (sizes[0], sizes[1], sizes[2])
    let a = Operand(rows, terms, isTransposed: variant & 1 == 1, stream: 2)
    let b = Operand(terms, columns, isTransposed: variant & 2 == 2, stream: 3)
    let start = (0..<rows * columns).map { Self.random.normal(step: 0, element: $0) }
    let addend = (0..<rows * columns).map { Self.random.normal(step: 1, element: $0) }
    for continues in [false, true] {
      var expected = start
      a.withView { a in
        b.withView { b in
          Reference.multiply(
            rows: rows, columns: columns, terms: terms, a, b, into: &expected,
            continues: continues)
          for pool in pools {
            func product(plus addend: Addend?) -> [Float] {
              // Behind the result lies what must not be touched.
              var found = start + [123, 456]
              MatrixProduct.multiply(
                rows: rows, columns: columns, terms: terms, a, b, into: &found,
                continues: continues, plus: addend, pool: pool)
              return found
            }
            let words: Comment = "\(sizes), variant \(variant), \(pool.threadCount) threads"
            expect(product(plus: nil), expected, words)
            addend.withUnsafeBufferPointer {
              guard let numbers = $0.baseAddress else { return }
              for (bias, elements) in [(true, false), (false, true), (true, true)] {
                let plus = Addend(
                  bias: bias ? numbers : nil, elements: elements ? numbers : nil, columns: columns)
                let sums = expected.indices.map {
                  let sum = bias ? expected[$0] + addend[$0 % columns] : expected[$0]
                  return elements ? sum + addend[$0] : sum
                }
                expect(product(plus: plus), sums, "\(words), with an addend")
              }
            }
          }
          var found = start + [123, 456]
          MatrixProduct.multiplyAlone(
            rows: rows, columns: columns, terms: terms, a, b, into: &found, continues: continues)
          expect(found, expected, "\(sizes), variant \(variant), alone")
        }
      }
    }
  }

  private func expect(_ found: [Float], _ expected: [Float], _ product: Comment) {
    #expect(found.map(\.bitPattern) == (expected + [123, 456]).map(\.bitPattern), product)
  }
}

/// A matrix of random numbers with room between its rows.
private struct Operand {
  private let values: [Float]
  private let rowStride: Int
  private let isTransposed: Bool
  private static let room = 5

  init(_ rows: Int, _ columns: Int, isTransposed: Bool, stream: UInt32) {
    let random = RandomStream(seed: 22, stream: stream)
    rowStride = (isTransposed ? rows : columns) + Self.room
    values = (0..<rowStride * (isTransposed ? columns : rows)).map {
      random.normal(step: 0, element: $0)
    }
    self.isTransposed = isTransposed
  }

  func withView(_ body: (MatrixView) -> Void) {
    values.withUnsafeBufferPointer {
      guard let start = $0.baseAddress else { return }
      let view = MatrixView(start, rowStride: rowStride, columnStride: 1)
      body(isTransposed ? view.transposed : view)
    }
  }
}
