import Tensors

/// Tensors one behind the other.
enum Joining {
  static func joined(_ arguments: Arguments) throws -> LabelledTensor {
    guard case .list(let items) = try arguments.value("tensors"), !items.isEmpty else {
      throw Complaint(
        "concat takes a list of tensors", remedy: "write concat([a, b])", parameter: "tensors")
    }
    let parts = try arguments.blaming("tensors") { try items.map { try $0.tensorValue() } }
    let first = parts[0]
    guard first.shape.rank > 0 else {
      throw Complaint(
        "numbers have no axis to join", remedy: "a list of numbers is a tensor already",
        parameter: "tensors")
    }
    let axis = arguments.isGiven("axis") ? try arguments.axis("axis", of: first) : 0
    for part in parts {
      guard part.shape.rank == first.shape.rank,
        part.shape.dropping(axis: axis).sizes == first.shape.dropping(axis: axis).sizes
      else {
        throw Complaint(
          "\(first.shape) and \(part.shape) cannot stand behind each other along axis"
            + " \(first.shape.axes[axis].name)", remedy: "their other axes must be equally long",
          parameter: "tensors")
      }
    }
    var frame = first.frame
    let size = parts.reduce(0) { $0 + $1.shape.axes[axis].size }
    frame.axes[axis] = Axis(frame.axes[axis].name, size)
    frame.labels[axis] = labels(of: parts, along: axis)
    if axis == first.rowAxis { frame.rowAxis = nil }
    let shape = Shape(frame.axes)
    try arguments.computation.claim(shape)
    return LabelledTensor(
      fitting: tensor(shape, parts.map(\.tensor), along: axis), labels: frame.labels,
      rowAxis: frame.rowAxis)
  }

  private static func tensor(_ shape: Shape, _ parts: [Tensor], along axis: Int) -> Tensor {
    let blocks = parts.map { $0.shape.sizes[axis] * $0.shape.strides[axis] }
    let rows = shape.axes.prefix(axis).reduce(1) { $0 * $1.size }
    return Tensor(shape) { target in
      var place = target
      for row in 0..<rows {
        for (part, block) in zip(parts, blocks) {
          place.update(from: part.pointer + row * block, count: block)
          place += block
        }
      }
    }
  }

  /// The labels of the parts one behind the other, if all have some that do not differ by row.
  private static func labels(of parts: [LabelledTensor], along axis: Int) -> AxisLabels {
    var all: [String] = []
    for part in parts {
      guard let labels = part.labels(ofAxis: axis) else { return .numbered }
      all += labels
    }
    return .fixed(all)
  }
}
