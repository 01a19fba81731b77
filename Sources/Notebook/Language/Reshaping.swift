import Tensors

/// Other axes for the same numbers.
enum Reshaping {
  /// Axes that begin or end as before keep their names and labels.
  static func reshaped(_ x: LabelledTensor, _ arguments: Arguments) throws -> LabelledTensor {
    var given = try arguments.axes("sizes", allowsRest: true)
    try arguments.blaming("sizes") {
      let open = given.indices.filter { given[$0].size == -1 }
      guard open.count <= 1 else { throw Complaint("only one size can be -1") }
      var known = 1
      for axis in given where axis.size != -1 {
        let (product, overflow) = known.multipliedReportingOverflow(by: axis.size)
        known = overflow ? .max : product
      }
      if let index = open.first, known > 0, x.shape.count % known == 0 {
        given[index].size = x.shape.count / known
        known = x.shape.count
      }
      guard known == x.shape.count, !given.contains(where: { $0.size == -1 }) else {
        let sizes = given.map { "\($0.size)" }.joined(separator: ", ")
        throw Complaint(
          "\(x.shape) has \(x.shape.count) numbers, which do not fill [\(sizes)]",
          remedy: "the sizes must multiply to \(x.shape.count)")
      }
    }
    try arguments.blaming("sizes") { try arguments.computation.claim(given.map(\.size)) }
    let old = x.shape.axes
    let front = zip(given, old).prefix { $0.size == $1.size }.count
    let back = min(
      zip(given.reversed(), old.reversed()).prefix { $0.size == $1.size }.count,
      min(given.count, old.count) - front)
    var frame = AxisFrame(axes: [], labels: [], rowAxis: nil)
    for (index, axis) in given.enumerated() {
      let source =
        index < front
        ? index : (given.count - index <= back ? index - given.count + old.count : nil)
      let name = source.map { old[$0].name } ?? Value.listAxis(index, of: given.count)
      frame.axes.append(Axis(axis.name ?? name, axis.size))
      frame.labels.append(source.map { x.labels[$0] } ?? .numbered)
      if let source, source == x.rowAxis { frame.rowAxis = index }
    }
    return LabelledTensor(
      fitting: x.tensor.reshaped(Shape(frame.axes)), labels: frame.labels, rowAxis: frame.rowAxis)
  }

  /// Two axes change places, or all stand in the order of a list.
  static func transposed(_ x: LabelledTensor, _ arguments: Arguments) throws -> LabelledTensor {
    let rank = x.shape.rank
    var chosen = arguments.rest.map(\.value)
    var isOrder = false
    if chosen.count == 1, case .list(let items) = chosen[0] { (chosen, isOrder) = (items, true) }
    let order = try arguments.blaming("axes") { try chosen.map { try x.shape.axis(chosenBy: $0) } }
    if order.isEmpty, !isOrder {
      guard rank >= 2 else {
        throw Complaint("\(x.shape) has no two axes to swap", parameter: "x")
      }
      return try x.swapping(rank - 2, rank - 1, in: arguments.computation)
    }
    if order.count == 2, !isOrder {
      return try x.swapping(order[0], order[1], in: arguments.computation)
    }
    guard order.sorted() == Array(0..<rank) else {
      throw Complaint(
        "transpose takes two axes, or each axis of \(x.shape) once", parameter: "axes")
    }
    return try x.permuted(order, in: arguments.computation)
  }
}
