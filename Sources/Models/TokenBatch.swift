/// Sequences of tokens of one length, [batch, time].
package struct TokenBatch: Sendable, Equatable {
  /// Row-major.
  package let ids: [Int32]
  package let batch: Int
  package var time: Int { ids.count / batch }

  /// - Parameter rows: at least one, all of one length of at least 1
  package init(_ rows: [[Int]]) {
    precondition(rows.first?.isEmpty == false, "a batch needs a token")
    precondition(rows.allSatisfy { $0.count == rows[0].count }, "rows of different lengths")
    ids = rows.flatMap { $0.map(Int32.init) }
    batch = rows.count
  }

  private init(ids: [Int32], batch: Int) {
    self.ids = ids
    self.batch = batch
  }

  /// Some of the rows, at least one.
  package func rows(_ range: Range<Int>) -> TokenBatch {
    TokenBatch(
      ids: Array(ids[range.lowerBound * time..<range.upperBound * time]), batch: range.count)
  }

  /// One row's tokens.
  package func row(_ index: Int) -> [Int] {
    ids[index * time..<(index + 1) * time].map(Int.init)
  }
}
