import Kernels
import Tensors

/// Work along one axis of a tensor, row by row.
enum Rows {
  typealias Row = UnsafeBufferPointer<Float>

  /// One number for each row along `axis`, which goes away or, with `keepsAxis`, shrinks to 1; of
  /// everything as one row when `axis` is nil.
  static func reduce(
    _ x: LabelledTensor, along axis: Int?, keepsAxis: Bool = false, in computation: Computation,
    _ reduce: (Row) -> Float
  ) throws -> LabelledTensor {
    guard let axis else {
      let result = Tensor(scalar: reduce(Row(start: x.tensor.pointer, count: x.shape.count)))
      guard keepsAxis else { return LabelledTensor(result) }
      let axes = x.shape.axes.map { Axis($0.name, 1) }
      return LabelledTensor(result.reshaped(Shape(axes)))
    }
    let moved = try x.movingToLast(axis, in: computation)
    let size = moved.shape.lastSize
    let kept = Shape(moved.shape.axes.dropLast())
    try computation.claim(kept)
    let reduced = Tensor(kept) { target in
      for row in 0..<kept.count {
        target[row] = reduce(Row(start: moved.tensor.pointer + row * size, count: size))
      }
    }
    var frame = x.frame
    if keepsAxis {
      frame.axes[axis] = Axis(frame.axes[axis].name, 1)
      frame.labels[axis] = .numbered
      if frame.rowAxis == axis { frame.rowAxis = nil }
    } else {
      frame.axes.remove(at: axis)
      frame.labels.remove(at: axis)
      frame.rowAxis = frame.rowAxis.flatMap { $0 == axis ? nil : ($0 > axis ? $0 - 1 : $0) }
    }
    return LabelledTensor(
      fitting: reduced.reshaped(Shape(frame.axes)), labels: frame.labels, rowAxis: frame.rowAxis)
  }

  /// Rows of the same size for each row along `axis`.
  static func map(
    _ x: LabelledTensor, along axis: Int, in computation: Computation,
    _ transform: (LabelledTensor) throws -> LabelledTensor
  ) throws -> LabelledTensor {
    try transform(x.movingToLast(axis, in: computation)).movingLast(to: axis, in: computation)
  }

  /// The axis that the argument `axis` chooses, the last one if none is given. Throws a `Complaint`
  /// for a single number.
  static func axis(_ arguments: Arguments, of x: LabelledTensor) throws -> Int {
    guard x.shape.rank > 0 else {
      throw Complaint("a number has no axis", remedy: "give a tensor or a list", parameter: "x")
    }
    return arguments.isGiven("axis") ? try arguments.axis("axis", of: x) : x.shape.rank - 1
  }
}
