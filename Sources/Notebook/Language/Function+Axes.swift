import Tensors

extension Function {
  /// Functions of each row: along the last axis.
  static let alongAxes: [Function] = [
    Function(
      "softmax", [Parameter("x")], "each row along the last axis as probabilities: e^x over its sum"
    ) {
      .tensor(TensorMath.softmax(try $0.filled("x")))
    },
    Function(
      "argmax", [Parameter("x")],
      "where the highest number of each row along the last axis stands; of equals the first"
    ) { arguments in
      let labelled = try arguments.filled("x")
      let highest = labelled.reduced(along: max(labelled.shape.rank - 1, 0)) { row in
        var best = 0
        for index in row.indices
        where row[index] > row[best] || (row[best].isNaN && !row[index].isNaN) {
          best = index
        }
        return Float(best)
      }
      guard highest.shape.rank == 0 else { return .tensor(highest) }
      return .number(Double(highest.tensor.scalar))
    },
  ]
}

extension LabelledTensor {
  /// `reduce` of each lane along one axis, which goes away; of everything in order when `axis` is
  /// nil.
  func reduced(along axis: Int?, _ reduce: ([Float]) -> Float) -> LabelledTensor {
    let values = tensor.values
    guard let axis, shape.rank > 0 else {
      return LabelledTensor(Tensor(scalar: reduce(values)))
    }
    let size = shape.axes[axis].size
    let inner = shape.strides[axis]
    let outer = shape.axes.prefix(axis).reduce(1) { $0 * $1.size }
    var results: [Float] = []
    for block in 0..<outer {
      for column in 0..<inner {
        let start = block * size * inner + column
        results.append(reduce((0..<size).map { values[start + $0 * inner] }))
      }
    }
    var labels = labels.map { axis == rowAxis ? ($0.isPerRow ? .numbered : $0) : $0 }
    labels.remove(at: axis)
    let newRowAxis = rowAxis.flatMap { $0 == axis ? nil : ($0 > axis ? $0 - 1 : $0) }
    return LabelledTensor(
      Tensor(shape.dropping(axis: axis), results), labels: labels, rowAxis: newRowAxis)
  }
}

extension AxisLabels {
  fileprivate var isPerRow: Bool {
    if case .perRow = self { return true }
    return false
  }
}
