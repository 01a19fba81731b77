import Tensors

/// Element by element on two tensors whose axes are matched from the last one backwards; an axis
/// of size 1, or a missing one, is repeated.
enum Broadcasting {
  /// `combine(left, right)` for each element. Throws a `Complaint` if sizes do not match.
  @inline(__always)
  static func elements(
    _ left: LabelledTensor, _ right: LabelledTensor, named operation: String,
    in computation: Computation, _ combine: (Float, Float) -> Float
  ) throws -> LabelledTensor {
    guard let merged = MergedAxes(left.frame, right.frame) else {
      throw Complaint(
        "\(left.shape) and \(right.shape) do not fit together for \(operation)",
        remedy: "matched from the last axis backwards, sizes must be equal or 1")
    }
    let shape = Shape(merged.axes)
    try computation.claim(shape)
    let result = Tensor(shape) { target in
      let size = shape.lastSize
      let steps = Walk(over: shape, left.shape, right.shape)
      steps.forEachRow { row, leftStart, rightStart in
        let out = target + row * size
        let a = left.tensor.pointer + leftStart
        let b = right.tensor.pointer + rightStart
        switch (steps.leftStep, steps.rightStep) {
        case (1, 1): for index in 0..<size { out[index] = combine(a[index], b[index]) }
        case (1, 0): for index in 0..<size { out[index] = combine(a[index], b[0]) }
        case (0, 1): for index in 0..<size { out[index] = combine(a[0], b[index]) }
        default: for index in 0..<size { out[index] = combine(a[0], b[0]) }
        }
      }
    }
    return merged.labelled(result)
  }
}

extension Broadcasting {
  /// Three tensors, each repeated to the shape that they have together. Throws a `Complaint` if
  /// sizes do not match.
  static func expanded(
    _ a: LabelledTensor, _ b: LabelledTensor, _ c: LabelledTensor, named operation: String,
    in computation: Computation
  ) throws -> (LabelledTensor, LabelledTensor, LabelledTensor) {
    func like(_ x: LabelledTensor, _ other: LabelledTensor) throws -> LabelledTensor {
      try elements(x, other, named: operation, in: computation) { x, _ in x }
    }
    let whole = try like(like(c, a), b)
    return (try like(a, whole), try like(b, whole), whole)
  }
}

/// How two operands are read along the rows of a broadcast result.
struct Walk {
  /// 1 where an operand moves along the last axis, 0 where it is repeated.
  let leftStep: Int
  let rightStep: Int
  private let sizes: [Int]
  private let leftStrides: [Int]
  private let rightStrides: [Int]

  init(over result: Shape, _ left: Shape, _ right: Shape) {
    let leftStrides = Self.strides(of: left, in: result)
    let rightStrides = Self.strides(of: right, in: result)
    leftStep = leftStrides.last ?? 0
    rightStep = rightStrides.last ?? 0
    self.leftStrides = leftStrides.dropLast()
    self.rightStrides = rightStrides.dropLast()
    sizes = result.sizes.dropLast()
  }

  /// Calls `body` with each row's number and where the operands' rows begin.
  @inline(__always)
  func forEachRow(_ body: (_ row: Int, _ left: Int, _ right: Int) -> Void) {
    var index = [Int](repeating: 0, count: sizes.count)
    var (left, right) = (0, 0)
    for row in 0..<sizes.reduce(1, *) {
      body(row, left, right)
      for axis in stride(from: sizes.count - 1, through: 0, by: -1) {
        index[axis] += 1
        left += leftStrides[axis]
        right += rightStrides[axis]
        if index[axis] < sizes[axis] { break }
        left -= leftStrides[axis] * sizes[axis]
        right -= rightStrides[axis] * sizes[axis]
        index[axis] = 0
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
