import Tensors

/// A tensor's axes and labels without its elements.
struct AxisFrame {
  var axes: [Axis]
  var labels: [AxisLabels]
  var rowAxis: Int?

  /// Without the last `count` axes, as far as there are any.
  func dropLast(_ count: Int) -> AxisFrame {
    let kept = max(axes.count - count, 0)
    return AxisFrame(
      axes: Array(axes.prefix(kept)), labels: Array(labels.prefix(kept)),
      rowAxis: rowAxis.flatMap { $0 < kept ? $0 : nil })
  }
}

extension LabelledTensor {
  var frame: AxisFrame { AxisFrame(axes: shape.axes, labels: labels, rowAxis: rowAxis) }
}

/// The axes and labels of a broadcast result: the left operand's where it has the axis in full.
struct MergedAxes {
  private(set) var axes: [Axis] = []
  private(set) var labels: [AxisLabels] = []
  let rowAxis: Int?

  /// nil if the operands do not fit together.
  init?(_ left: AxisFrame, _ right: AxisFrame) {
    let operands = [left, right]
    let rank = max(left.axes.count, right.axes.count)
    rowAxis =
      operands.lazy.compactMap { operand in
        operand.rowAxis.map { $0 + rank - operand.axes.count }
      }.first
    for axis in 0..<rank {
      let present = operands.filter { axis >= rank - $0.axes.count }
      func own(_ operand: AxisFrame) -> Int { axis - (rank - operand.axes.count) }
      let sizes = present.map { $0.axes[own($0)].size }
      let size = sizes.first { $0 != 1 } ?? 1
      guard sizes.allSatisfy({ $0 == 1 || $0 == size }) else { return nil }
      let full = present.filter { $0.axes[own($0)].size == size }
      let names = full.map { $0.axes[own($0)].name }
      axes.append(Axis(names.first { !Value.listAxes.contains($0) } ?? names[0], size))
      let decided = full.map { operand -> AxisLabels in
        let rows = operand.rowAxis.map { $0 + rank - operand.axes.count }
        return Self.decided(operand.labels[own(operand)], hasRowAxis: rows == rowAxis)
      }
      labels.append(decided.first { $0 != .numbered } ?? .numbered)
    }
  }

  /// An operand's labels as the result can keep them.
  private static func decided(_ labels: AxisLabels, hasRowAxis: Bool) -> AxisLabels {
    guard case .perRow(let rows) = labels else { return labels }
    if rows.count == 1 { return .fixed(rows[0]) }
    return hasRowAxis ? labels : .numbered
  }

  func labelled(_ tensor: Tensor) -> LabelledTensor {
    LabelledTensor(fitting: tensor, labels: labels, rowAxis: rowAxis)
  }
}

extension LabelledTensor {
  /// Takes of the labels what fits: those that differ by row need a row axis with as many rows.
  init(fitting tensor: Tensor, labels: [AxisLabels], rowAxis: Int?) {
    let rows = rowAxis.map { tensor.shape.axes[$0].size }
    let kept = labels.map { label -> AxisLabels in
      guard case .perRow(let lists) = label else { return label }
      if lists.count == 1 { return .fixed(lists[0]) }
      return lists.count == rows ? label : .numbered
    }
    self.init(tensor, labels: kept, rowAxis: rowAxis)
  }
}
