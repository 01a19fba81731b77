import Tensors

/// Sorting rows. NaN counts as higher than anything; equals keep their order.
enum Order {
  /// The longest row that is sorted.
  private static let rowLimit = 1 << 20

  struct Sorted {
    let values: LabelledTensor
    /// Where each value stood, counted from 0.
    let places: LabelledTensor
  }

  /// Where the highest number stands, of equals the first; the row is not empty.
  static func highest(_ row: Rows.Row) -> Int {
    var best = 0
    for index in row.indices where isHigher(row[index], row[best]) { best = index }
    return best
  }

  /// The `first` numbers of each row in order. Labels stay with a single row's numbers.
  static func sorted(
    _ x: LabelledTensor, along axis: Int, descends: Bool, first: Int, _ computation: Computation
  ) throws -> Sorted {
    let moved = try x.movingToLast(axis, in: computation)
    let size = moved.shape.lastSize
    guard size <= rowLimit else {
      throw Complaint(
        "a row of \(NumberFormat.grouped(size)) is too long to sort", remedy: "sort a part of it")
    }
    let shape = moved.shape.replacingLast(
      with: Axis(moved.shape.axes[moved.shape.rank - 1].name, first))
    try computation.claim(shape)
    try computation.claim(shape)
    let (values, places) = (
      Storage(uninitialized: shape.count), Storage(uninitialized: shape.count)
    )
    var labels = moved.labels
    let rows = moved.shape.rowCount
    for row in 0..<(size == 0 ? 0 : rows) {
      try computation.checkInterrupt()
      let numbers = Rows.Row(start: moved.tensor.pointer + row * size, count: size)
      let order = ranked(first, of: numbers) { left, right in
        let (a, b) = descends ? (numbers[right], numbers[left]) : (numbers[left], numbers[right])
        return isHigher(b, a) || (!isHigher(a, b) && left < right)
      }
      for (index, place) in order.enumerated() {
        values.pointer[row * first + index] = numbers[place]
        places.pointer[row * first + index] = Float(place)
      }
      if rows == 1 {
        labels[labels.count - 1] = labels[labels.count - 1].selecting(order)
      }
    }
    if rows != 1 { labels[labels.count - 1] = .numbered }
    func result(_ storage: Storage) throws -> LabelledTensor {
      try LabelledTensor(
        fitting: Tensor(shape, storage: storage), labels: labels, rowAxis: moved.rowAxis
      ).movingLast(to: axis, in: computation)
    }
    return Sorted(values: try result(values), places: try result(places))
  }

  /// The places of the `first` numbers in order; for a few of many, without sorting all.
  private static func ranked(
    _ first: Int, of row: Rows.Row, _ comesBefore: (Int, Int) -> Bool
  ) -> [Int] {
    guard first <= 32, first < row.count else {
      return Array(row.indices.sorted(by: comesBefore).prefix(first))
    }
    var best: [Int] = []
    for place in row.indices {
      if best.count == first {
        guard let last = best.last, comesBefore(place, last) else { continue }
        best.removeLast()
      }
      let index = best.lastIndex { comesBefore($0, place) }.map { $0 + 1 } ?? 0
      best.insert(place, at: index)
    }
    return best
  }

  private static func isHigher(_ left: Float, _ right: Float) -> Bool {
    left > right || (left.isNaN && !right.isNaN)
  }
}
