import Tensors

/// Element by element on two tensors whose axes are matched from the last one backwards; an axis
/// of size 1, or a missing one, is repeated.
enum Broadcasting {
  /// The most elements that an expression may make.
  static let countLimit = 1 << 28

  /// `combine(left, right)` for each element. Throws a `Complaint` if sizes do not match.
  static func elements(
    _ left: LabelledTensor, _ right: LabelledTensor, named operation: String,
    _ combine: (Float, Float) -> Float
  ) throws -> LabelledTensor {
    let rank = max(left.shape.rank, right.shape.rank)
    var merged = Merged(left, right, rank: rank)
    var count = 1
    for axis in 0..<rank {
      guard let size = merged.add(axis) else {
        throw Complaint(
          "\(left.shape) and \(right.shape) do not fit together for \(operation)",
          remedy: "matched from the last axis backwards, sizes must be equal or 1")
      }
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      guard !overflow, product <= countLimit else {
        throw Complaint("the result would have more than \(countLimit) elements")
      }
      count = product
    }
    return merged.labelled(fill(Shape(merged.axes), left, right, combine))
  }

  private static func fill(
    _ result: Shape, _ left: LabelledTensor, _ right: LabelledTensor,
    _ combine: (Float, Float) -> Float
  ) -> Tensor {
    let leftStrides = strides(of: left.shape, in: result)
    let rightStrides = strides(of: right.shape, in: result)
    let (leftElements, rightElements) = (left.tensor.pointer, right.tensor.pointer)
    let sizes = result.sizes
    return Tensor(result) { target in
      var index = [Int](repeating: 0, count: result.rank)
      var (leftOffset, rightOffset) = (0, 0)
      for offset in 0..<result.count {
        target[offset] = combine(leftElements[leftOffset], rightElements[rightOffset])
        for axis in stride(from: result.rank - 1, through: 0, by: -1) {
          index[axis] += 1
          leftOffset += leftStrides[axis]
          rightOffset += rightStrides[axis]
          if index[axis] < sizes[axis] { break }
          leftOffset -= leftStrides[axis] * sizes[axis]
          rightOffset -= rightStrides[axis] * sizes[axis]
          index[axis] = 0
        }
      }
    }
  }

  /// How far an operand moves along each axis of the result: not at all along a repeated one.
  private static func strides(of shape: Shape, in result: Shape) -> [Int] {
    let missing = result.rank - shape.rank
    let own = shape.strides
    return (0..<result.rank).map { axis in
      let index = axis - missing
      return index < 0 || shape.axes[index].size == 1 ? 0 : own[index]
    }
  }
}

/// The axes and labels of a broadcast result: the left operand's where it has the axis in full.
private struct Merged {
  private let operands: [LabelledTensor]
  private let rank: Int
  private(set) var axes: [Axis] = []
  private var labels: [AxisLabels] = []
  private let rowAxis: Int?

  init(_ left: LabelledTensor, _ right: LabelledTensor, rank: Int) {
    operands = [left, right]
    self.rank = rank
    rowAxis =
      operands.lazy.compactMap { operand in
        operand.rowAxis.map { $0 + rank - operand.shape.rank }
      }.first
  }

  /// Adds the next axis and returns its size; nil if the operands do not fit.
  mutating func add(_ axis: Int) -> Int? {
    let present = operands.filter { axis >= rank - $0.shape.rank }
    func own(_ operand: LabelledTensor) -> Int { axis - (rank - operand.shape.rank) }
    let sizes = present.map { $0.shape.axes[own($0)].size }
    let size = sizes.first { $0 != 1 } ?? 1
    guard sizes.allSatisfy({ $0 == 1 || $0 == size }) else { return nil }
    let full = present.filter { $0.shape.axes[own($0)].size == size }
    let name =
      full.map { $0.shape.axes[own($0)].name }.first { !Value.listAxes.contains($0) }
      ?? full[0].shape.axes[own(full[0])].name
    axes.append(Axis(name, size))
    labels.append(full.map { decided($0, own($0)) }.first { $0 != .numbered } ?? .numbered)
    return size
  }

  /// An operand's labels as the result can keep them.
  private func decided(_ operand: LabelledTensor, _ axis: Int) -> AxisLabels {
    guard case .perRow(let rows) = operand.labels[axis] else { return operand.labels[axis] }
    if rows.count == 1 { return .fixed(rows[0]) }
    return operand.rowAxis.map { $0 + rank - operand.shape.rank } == rowAxis
      ? operand.labels[axis] : .numbered
  }

  func labelled(_ tensor: Tensor) -> LabelledTensor {
    let rows = rowAxis.map { tensor.shape.axes[$0].size }
    let kept = labels.map { label -> AxisLabels in
      if case .perRow(let lists) = label, lists.count != rows { return .numbered }
      return label
    }
    return LabelledTensor(tensor, labels: kept, rowAxis: rowAxis)
  }
}
