import Tensors

extension Tensor {
  /// With the part that `selections` (one for each axis, all in range) take replaced by the elements
  /// of `values`, in the order in which `selecting` takes them.
  func replacing(_ selections: [AxisSelection], by values: Tensor) -> Tensor {
    var offsets = [0]
    for (selection, stride) in zip(selections, shape.strides) {
      let steps = selection.indices.map { $0 * stride }
      offsets = offsets.flatMap { start in steps.map { start + $0 } }
    }
    precondition(
      offsets.count == values.count, "\(values.count) values for \(offsets.count) places")
    var result = self
    result.withMutableElements { elements in
      for (place, offset) in offsets.enumerated() { elements[offset] = values.pointer[place] }
    }
    return result
  }
}
