/// Up to four rows of a matrix, summed side by side: the additions of one row wait for each other, those
/// of four do not.
struct FourRows {
  private let size: Int
  /// Where each of them begins. In place of those that are missing stands the last: what is computed
  /// twice has the same bits.
  private let starts: (Int, Int, Int, Int)

  /// - Parameters:
  ///   - first: the first of them
  ///   - end: after the last row that there is, greater than `first`
  ///   - size: of a row
  @inline(__always)
  init(first: Int, end: Int, size: Int) {
    self.size = size
    func start(_ row: Int) -> Int { min(first + row, end - 1) * size }
    starts = (start(0), start(1), start(2), start(3))
  }

  /// Σ over each row, in eight lanes as in `LaneSum`.
  /// - Parameter add: gives a row's lanes with the next terms in them, from the lanes so far, which of the
  ///   four it is, where its next terms lie in the matrix and in their row, and how many there are
  @inline(__always)
  func sums(
    _ add: (Lanes, _ row: Int, _ at: Int, _ column: Int, Pointwise.Reach) -> Lanes
  ) -> SIMD4<Float> {
    var s0 = Lanes.zero, s1 = Lanes.zero, s2 = Lanes.zero, s3 = Lanes.zero
    func next(_ column: Int, _ reach: Pointwise.Reach) {
      s0 = add(s0, 0, starts.0 + column, column, reach)
      s1 = add(s1, 1, starts.1 + column, column, reach)
      s2 = add(s2, 2, starts.2 + column, column, reach)
      s3 = add(s3, 3, starts.3 + column, column, reach)
    }
    let whole = size & ~7
    for column in stride(from: 0, to: whole, by: 8) { next(column, Pointwise.Reach(count: 8)) }
    if whole < size { next(whole, Pointwise.Reach(count: size - whole)) }
    return SIMD4(s0.folded, s1.folded, s2.folded, s3.folded)
  }
}
