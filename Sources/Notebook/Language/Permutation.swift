import Tensors

extension LabelledTensor {
  /// The axes in another order: axis i of the result is axis `order[i]` of this tensor.
  func permuted(_ order: [Int], in computation: Computation) throws -> LabelledTensor {
    guard order != Array(0..<shape.rank) else { return self }
    let result = Shape(order.map { shape.axes[$0] })
    try computation.claim(result)
    let own = shape.strides
    let strides = order.map { own[$0] }
    let (size, step) = (result.lastSize, strides.last ?? 0)
    let sizes = result.sizes
    let source = tensor.pointer
    let moved = Tensor(result) { target in
      guard result.count > 0 else { return }
      var index = [Int](repeating: 0, count: result.rank)
      var offset = 0
      for row in 0..<result.rowCount {
        for column in 0..<size { target[row * size + column] = source[offset + column * step] }
        for axis in stride(from: result.rank - 2, through: 0, by: -1) {
          index[axis] += 1
          offset += strides[axis]
          if index[axis] < sizes[axis] { break }
          offset -= strides[axis] * sizes[axis]
          index[axis] = 0
        }
      }
    }
    return LabelledTensor(
      moved, labels: order.map { labels[$0] }, rowAxis: rowAxis.flatMap { order.firstIndex(of: $0) }
    )
  }

  /// Two axes change places.
  func swapping(_ first: Int, _ second: Int, in computation: Computation) throws -> LabelledTensor {
    var order = Array(0..<shape.rank)
    order.swapAt(first, second)
    return try permuted(order, in: computation)
  }

  /// One axis goes behind all others.
  func movingToLast(_ axis: Int, in computation: Computation) throws -> LabelledTensor {
    try permuted((0..<shape.rank).filter { $0 != axis } + [axis], in: computation)
  }

  /// The last axis goes to where `movingToLast(axis)` took it from.
  func movingLast(to axis: Int, in computation: Computation) throws -> LabelledTensor {
    var order = Array(0..<(shape.rank - 1))
    order.insert(shape.rank - 1, at: axis)
    return try permuted(order, in: computation)
  }
}
