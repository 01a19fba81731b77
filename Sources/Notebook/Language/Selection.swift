import Tensors

/// What an index in brackets takes from one axis, checked and counted from the front.
enum AxisSelection {
  /// One index; the axis goes away.
  case position(Int)
  /// `count` indices from `start` on, `step` apart; the axis stays.
  case range(start: Int, count: Int, step: Int)
  /// The entries of a tensor of indices; its axes take the axis's place.
  case entries([Int], AxisFrame)

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
    case .entries(let indices, _): indices
    }
  }

  /// Whether it takes a whole axis as it is.
  func isAll(_ size: Int) -> Bool {
    if case .range(0, size, 1) = self { return true }
    return false
  }
}

extension Int {
  /// The absolute value; the lowest integer becomes the highest.
  fileprivate var magnitudeAsInt: Int { Int(exactly: magnitude) ?? .max }
}

extension LabelledTensor {
  /// The part that `selections` (one for each axis, all in range) take.
  func selecting(
    _ selections: [AxisSelection], in computation: Computation
  ) throws -> LabelledTensor {
    let frame = frame(selecting: selections)
    try computation.claim(frame.axes.map(\.size))
    var part = LabelledTensor(
      fitting: gathered(selections, as: Shape(frame.axes)), labels: frame.labels,
      rowAxis: frame.rowAxis)
    part.isMask = isMask && part.shape.rank > 0
    return part
  }

  /// The last two axes where all before them are 0, in the same memory; there is at least one
  /// element.
  var firstMatrix: LabelledTensor {
    let leading = max(shape.rank - 2, 0)
    let selections = shape.axes.enumerated().map { index, axis in
      index < leading ? AxisSelection.position(0) : .all(axis.size)
    }
    let frame = frame(selecting: selections)
    let matrix = Tensor(Shape(frame.axes), storage: tensor.storage, offset: tensor.offset)
    return LabelledTensor(fitting: matrix, labels: frame.labels, rowAxis: frame.rowAxis)
  }

  private func frame(selecting selections: [AxisSelection]) -> AxisFrame {
    var frame = AxisFrame(axes: [], labels: [], rowAxis: nil)
    var rowChoice: AxisSelection?
    for (index, (axis, selection)) in zip(shape.axes, selections).enumerated() {
      if index == rowAxis { rowChoice = selection }
      switch selection {
      case .position: continue
      case .range(_, let count, _):
        if index == rowAxis { frame.rowAxis = frame.axes.count }
        frame.axes.append(Axis(axis.name, count))
        frame.labels.append(labels[index].selecting(selection.indices))
      case .entries(let indices, let own):
        if index == rowAxis, own.axes.count == 1 { frame.rowAxis = frame.axes.count }
        if rowAxis == nil, let rows = own.rowAxis { frame.rowAxis = frame.axes.count + rows }
        let isPlainList = own.axes.count == 1 && own.labels[0] == .numbered
        let isNamed = own.axes.count != 1 || !Value.listAxes.contains(own.axes[0].name)
        frame.axes += isNamed ? own.axes : [Axis(axis.name, indices.count)]
        frame.labels += isPlainList ? [labels[index].selecting(indices)] : own.labels
      }
    }
    guard let rowChoice else { return frame }
    frame.labels = frame.labels.map { labels in
      if case .position(let row) = rowChoice { return labels.choosingRow(row) }
      return labels.selectingRows(rowChoice.indices)
    }
    return frame
  }

  private func gathered(_ selections: [AxisSelection], as result: Shape) -> Tensor {
    let strides = shape.strides
    // What lies behind the last axis that is cut is copied as one block.
    let cut = Array(zip(selections, shape.axes)).reversed().drop { $0.isAll($1.size) }.count
    let block = cut == 0 ? shape.count : strides[cut - 1]
    let offsets = zip(selections, strides).prefix(cut).map { selection, stride in
      selection.indices.map { $0 * stride }
    }
    let source = tensor.pointer
    return Tensor(result) { target in
      guard result.count > 0 else { return }
      var place = target
      func copy(_ axis: Int, from offset: Int) {
        guard axis < cut else {
          place.update(from: source + offset, count: block)
          place += block
          return
        }
        if axis == cut - 1, block == 1 {
          for (index, step) in offsets[axis].enumerated() { place[index] = source[offset + step] }
          place += offsets[axis].count
        } else {
          for step in offsets[axis] { copy(axis + 1, from: offset + step) }
        }
      }
      copy(0, from: 0)
    }
  }
}
