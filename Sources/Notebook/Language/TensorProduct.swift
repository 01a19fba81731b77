import Kernels
import Tensors

/// `left @ right`, by the engine's matrix product: each element is one chain of fused multiply-adds
/// in index order.
enum TensorProduct {
  /// The product over the last axis of `left` and the last but one of `right`; a tensor with one
  /// axis is a row on the left and a column on the right. The axes before are broadcast. Throws a
  /// `Complaint` if the sizes do not fit.
  static func of(
    _ left: LabelledTensor, _ right: LabelledTensor, in computation: Computation
  ) throws -> LabelledTensor {
    let (leftRank, rightRank) = (left.shape.rank, right.shape.rank)
    guard leftRank > 0, rightRank > 0 else {
      throw Complaint("@ multiplies tensors, and a number has no axes", remedy: "use *")
    }
    let inner = left.shape.lastSize
    let innerAxis = right.shape.axes[rightRank == 1 ? 0 : rightRank - 2]
    guard innerAxis.size == inner else {
      throw Complaint(
        "\(left.shape) @ \(right.shape): the last axis on the left has \(inner) entries,"
          + " axis \(innerAxis.name) on the right \(innerAxis.size)",
        remedy: rightRank > 1 && right.shape.lastSize == inner
          ? "transpose the right side: .T" : "both must be equal")
    }
    let frames = (left.frame.dropLast(2), right.frame.dropLast(2))
    guard let leading = MergedAxes(frames.0, frames.1) else {
      throw Complaint(
        "\(left.shape) @ \(right.shape): the leading axes differ",
        remedy: "fix them with an index first, as in q[0, 2] @ k[0, 2].T")
    }
    let row = leftRank == 1 ? nil : leftRank - 2
    let column = rightRank == 1 ? nil : rightRank - 1
    let shape = Shape(
      leading.axes
        + [row.map { left.shape.axes[$0] }, column.map { right.shape.axes[$0] }]
        .compactMap { $0 })
    let sizes = Sizes(
      rows: row.map { left.shape.axes[$0].size } ?? 1, inner: inner,
      columns: column.map { right.shape.axes[$0].size } ?? 1)
    try computation.claim(shape)
    let matrices = leading.axes.reduce(1) { $0 * $1.size }
    try computation.claimProducts(matrices, sizes.rows, sizes.inner, sizes.columns)
    // The last axis of this walk is a matrix of the operands each.
    let walk = Walk(
      over: Shape(leading.axes + [Axis("matrix", 1)]),
      Shape(frames.0.axes + [Axis("matrix", sizes.rows * inner)]),
      Shape(frames.1.axes + [Axis("matrix", inner * sizes.columns)]))
    var starts: [(left: Int, right: Int)] = []
    walk.forEachRow { starts.append(($1, $2)) }
    let product = try multiplied(left.tensor, right.tensor, shape, sizes, starts, in: computation)
    let labels =
      leading.labels
      + [row.map { left.labels[$0] }, column.map { right.labels[$0] }].compactMap { $0 }
    return LabelledTensor(fitting: product, labels: labels, rowAxis: leading.rowAxis)
  }

  private struct Sizes {
    let rows: Int, inner: Int, columns: Int
    /// About a twentieth of a second's work: Ctrl-C is looked for in between.
    var rowsAtOnce: Int { max(1, (1 << 31) / max(inner * columns, 1)) }
  }

  private static func multiplied(
    _ left: Tensor, _ right: Tensor, _ shape: Shape, _ sizes: Sizes,
    _ starts: [(left: Int, right: Int)], in computation: Computation
  ) throws -> Tensor {
    let pool = try computation.pool()
    let result = Storage(uninitialized: shape.count)
    for (matrix, start) in starts.enumerated() {
      let b = MatrixView(right.pointer + start.right, columns: sizes.columns)
      for first in stride(from: 0, to: sizes.rows, by: sizes.rowsAtOnce) {
        try computation.checkInterrupt()
        MatrixProduct.multiply(
          rows: min(sizes.rowsAtOnce, sizes.rows - first), columns: sizes.columns,
          terms: sizes.inner,
          MatrixView(left.pointer + start.left + first * sizes.inner, columns: sizes.inner), b,
          into: result.pointer + (matrix * sizes.rows + first) * sizes.columns, pool: pool)
      }
    }
    return Tensor(shape, storage: result)
  }
}
