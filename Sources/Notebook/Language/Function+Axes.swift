import Kernels
import Tensors

extension Function {
  /// Functions of each row along one axis, the last if none is given.
  static let alongAxes: [Function] = [
    Function(
      "softmax", ["x", Parameter("axis", "-1")],
      "each row as probabilities: e^x over the sum of the row's e^x", example: "softmax([1, 2, 3])"
    ) { arguments in
      let x = try arguments.filled("x")
      return .tensor(
        try Rows.map(x, along: Rows.axis(arguments, of: x), in: arguments.computation) { x in
          x.replacing(try arguments.computation.apply(.softmax, x.tensor))
        })
    },
    Function(
      "logsoftmax", ["x", Parameter("axis", "-1")],
      "the logarithm of softmax: x - max - log(sum of e^(x - max)), as the loss takes it",
      example: "logsoftmax([1, 2, 3])"
    ) { arguments in
      let x = try arguments.filled("x")
      return .tensor(
        try Rows.map(x, along: Rows.axis(arguments, of: x), in: arguments.computation) { x in
          try LogSoftmax.of(x, in: arguments.computation)
        })
    },
    Function(
      "argmax", ["x", Parameter("axis", "-1"), Parameter("keepdims", "false")],
      "where the highest number of each row stands; of equals the first",
      example: "argmax([0.1, 0.7, 0.2])"
    ) { arguments in
      let x = try arguments.filled("x")
      let highest = try Rows.reduce(
        x, along: Rows.axis(arguments, of: x), keepsAxis: arguments.flag("keepdims"),
        in: arguments.computation
      ) { row in Float(Order.highest(row)) }
      guard highest.shape.rank == 0 else { return .tensor(highest) }
      return .number(Double(highest.tensor.scalar))
    },
    Function(
      "topk", ["x", "k", Parameter("axis", "-1")],
      "the k highest numbers of each row, highest first: a list of their values and of where they"
        + " stand", example: "topk([0.1, 0.7, 0.2], 2)"
    ) { arguments in
      let x = try arguments.tensor("x")
      let axis = try Rows.axis(arguments, of: x)
      let k = try arguments.whole("k")
      guard (0...x.shape.axes[axis].size).contains(k) else {
        throw Complaint(
          "k must be 0 to \(x.shape.axes[axis].size), the size of axis \(x.shape.axes[axis].name)",
          parameter: "k")
      }
      let sorted = try Order.sorted(x, along: axis, descends: true, first: k, arguments.computation)
      return .list([.tensor(sorted.values), .tensor(sorted.places)])
    },
    Function(
      "sort", ["x", Parameter("axis", "-1"), Parameter("descending", "false")],
      "each row in rising order; NaN comes last", example: "sort([3, 1, 2])"
    ) {
      .tensor(try sorted($0, $0.tensor("x")).values)
    },
    Function(
      "argsort", ["x", Parameter("axis", "-1"), Parameter("descending", "false")],
      "where the numbers of each row stand in rising order", example: "argsort([3, 1, 2])"
    ) {
      // As in NumPy, the order of a number is that of a row with nothing but it.
      let x = try $0.tensor("x")
      guard x.shape.rank == 0 else { return .tensor(try sorted($0, x).places) }
      let row = LabelledTensor(x.tensor.reshaped(Shape(["item": 1])))
      return .tensor(try sorted($0, row).places)
    },
  ]

  private static func sorted(_ arguments: Arguments, _ x: LabelledTensor) throws -> Order.Sorted {
    let axis = try Rows.axis(arguments, of: x)
    return try Order.sorted(
      x, along: axis, descends: arguments.flag("descending"), first: x.shape.axes[axis].size,
      arguments.computation)
  }
}
