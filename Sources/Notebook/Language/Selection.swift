import Tensors

/// What an index in brackets takes from one axis, checked and counted from the front.
enum AxisSelection: Equatable {
  /// One index; the axis goes away.
  case position(Int)
  /// `count` indices from `start` on, `step` apart; the axis stays.
  case range(start: Int, count: Int, step: Int)

  static func all(_ size: Int) -> AxisSelection { .range(start: 0, count: size, step: 1) }

  /// A Python slice of an axis of `size`: bounds count from the end when negative and are cut off
  /// at the ends. `step` is not 0.
  static func slice(start: Int?, stop: Int?, step: Int, size: Int) -> AxisSelection {
    func clamp(_ bound: Int, _ low: Int, _ high: Int) -> Int {
      let counted = bound < 0 ? (bound < -size ? -1 : bound + size) : bound
      return min(max(counted, low), high)
    }
    if step > 0 {
      let first = start.map { clamp($0, 0, size) } ?? 0
      let end = stop.map { clamp($0, 0, size) } ?? size
      let count = end > first ? (end - first - 1) / step + 1 : 0
      return .range(start: first, count: count, step: step)
    }
    let first = start.map { clamp($0, -1, size - 1) } ?? size - 1
    let end = stop.map { clamp($0, -1, size - 1) } ?? -1
    let count = first > end ? (first - end - 1) / step.magnitudeAsInt + 1 : 0
    return .range(start: first, count: count, step: step)
  }

  /// The indices it takes, in order.
  var indices: [Int] {
    switch self {
    case .position(let index): [index]
    case .range(let start, let count, let step): (0..<count).map { start + $0 * step }
    }
  }
}

extension Int {
  /// The absolute value; the lowest integer becomes the highest.
  fileprivate var magnitudeAsInt: Int { Int(exactly: magnitude) ?? .max }
}

extension LabelledTensor {
  /// The part that `selections` (one for each axis, all in range) take.
  func selecting(_ selections: [AxisSelection]) -> LabelledTensor {
    var axes: [Axis] = []
    var kept: [AxisLabels] = []
    var newRowAxis: Int?
    var rowChoice: AxisSelection?
    for (index, (axis, selection)) in zip(shape.axes, selections).enumerated() {
      if index == rowAxis { rowChoice = selection }
      guard case .range(_, let count, _) = selection else { continue }
      if index == rowAxis { newRowAxis = axes.count }
      axes.append(Axis(axis.name, count))
      kept.append(labels[index].selecting(selection.indices))
    }
    switch rowChoice {
    case nil: break
    case .position(let row): kept = kept.map { $0.choosingRow(row) }
    case .range: kept = kept.map { $0.selectingRows(rowChoice?.indices ?? []) }
    }
    return LabelledTensor(
      gathered(selections, as: Shape(axes)), labels: kept, rowAxis: newRowAxis)
  }

  private func gathered(_ selections: [AxisSelection], as result: Shape) -> Tensor {
    var offsets = [0]
    for (selection, stride) in zip(selections, shape.strides) {
      let indices = selection.indices
      offsets = offsets.flatMap { offset in indices.map { offset + $0 * stride } }
    }
    let source = tensor.pointer
    return Tensor(result) { target in
      for (position, offset) in offsets.enumerated() { target[position] = source[offset] }
    }
  }
}
