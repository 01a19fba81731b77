import Tensors

/// `left @ right`: each element is one chain of fused multiply-adds in index order.
enum MatrixProduct {
  /// The product over the last axis of `left` and the last but one of `right`; a tensor with one
  /// axis is a row on the left and a column on the right. Leading axes are equal, or one side has
  /// none. Throws a `Complaint` if the sizes do not fit.
  static func of(_ left: LabelledTensor, _ right: LabelledTensor) throws -> LabelledTensor {
    let (leftRank, rightRank) = (left.shape.rank, right.shape.rank)
    guard leftRank > 0, rightRank > 0 else {
      throw Complaint("@ multiplies tensors, and a number has no axes", remedy: "use *")
    }
    let inner = left.shape.lastSize
    let innerAxis = rightRank == 1 ? 0 : rightRank - 2
    guard right.shape.axes[innerAxis].size == inner else {
      throw Complaint(
        "\(left.shape) @ \(right.shape): the last axis on the left has \(inner) entries,"
          + " axis \(right.shape.axes[innerAxis].name) on the right"
          + " \(right.shape.axes[innerAxis].size)",
        remedy: rightRank > 1 && right.shape.lastSize == inner
          ? "transpose the right side: .T" : "both must be equal")
    }
    let leftLeading = Array(left.shape.axes.dropLast(2))
    let rightLeading = Array(right.shape.axes.dropLast(2))
    guard
      leftLeading.isEmpty || rightLeading.isEmpty
        || leftLeading.map(\.size) == rightLeading.map(\.size)
    else {
      throw Complaint(
        "\(left.shape) @ \(right.shape): the leading axes differ",
        remedy: "fix them with an index first, as in q[0, 2] @ k[0, 2].T")
    }
    let isLeft = rightLeading.isEmpty
    let leading = isLeft ? leftLeading : rightLeading
    let rows = leftRank == 1 ? [] : [left.shape.axes[leftRank - 2]]
    let columns = rightRank == 1 ? [] : [right.shape.axes[rightRank - 1]]
    let shape = Shape(leading + rows + columns)
    let count = shape.sizes.reduce(1) {
      $0.multipliedReportingOverflow(by: $1).overflow ? .max : $0 * $1
    }
    guard count <= Broadcasting.countLimit else {
      throw Complaint("the result would have more than \(Broadcasting.countLimit) elements")
    }
    let product = multiplied(
      left, right, shape,
      size: (rows.first?.size ?? 1, inner, columns.first?.size ?? 1),
      repeated: (leftLeading.isEmpty, rightLeading.isEmpty))
    return labelled(product, left, right, leading: isLeft ? left : right)
  }

  private static func multiplied(
    _ left: LabelledTensor, _ right: LabelledTensor, _ shape: Shape,
    size: (rows: Int, inner: Int, columns: Int), repeated: (left: Bool, right: Bool)
  ) -> Tensor {
    let (rows, inner, columns) = size
    let (leftElements, rightElements) = (left.tensor.pointer, right.tensor.pointer)
    return Tensor(shape) { target in
      let matrices = rows * columns == 0 ? 0 : shape.count / (rows * columns)
      for matrix in 0..<matrices {
        let leftStart = repeated.left ? 0 : matrix * rows * inner
        let rightStart = repeated.right ? 0 : matrix * inner * columns
        for row in 0..<rows {
          for column in 0..<columns {
            var sum: Float = 0
            for term in 0..<inner {
              sum.addProduct(
                leftElements[leftStart + row * inner + term],
                rightElements[rightStart + term * columns + column])
            }
            target[(matrix * rows + row) * columns + column] = sum
          }
        }
      }
    }
  }

  private static func labelled(
    _ product: Tensor, _ left: LabelledTensor, _ right: LabelledTensor, leading: LabelledTensor
  ) -> LabelledTensor {
    let leadingCount = max(leading.shape.rank - 2, 0)
    var labels = Array(leading.labels.prefix(leadingCount))
    if left.shape.rank > 1 { labels.append(left.labels[left.shape.rank - 2]) }
    if right.shape.rank > 1 { labels.append(right.labels[right.shape.rank - 1]) }
    let rowAxis = leading.rowAxis.flatMap { $0 < leadingCount ? $0 : nil }
    let rows = rowAxis.map { product.shape.axes[$0].size }
    labels = labels.map { label in
      guard case .perRow(let lists) = label else { return label }
      if lists.count == 1 { return .fixed(lists[0]) }
      return lists.count == rows ? label : .numbered
    }
    return LabelledTensor(product, labels: labels, rowAxis: rowAxis)
  }
}
