import Tensors

extension Function {
  /// Functions that look at axes, or change them.
  static let shapes: [Function] = [
    Function(
      "len", ["x"], "how many entries the first axis, list or text has", example: "len([7, 8, 9])"
    ) { arguments in
      switch try arguments.value("x") {
      case .text(let text): return .number(Double(text.count))
      case .list(let items): return .number(Double(items.count))
      case .tensor(let labelled) where labelled.shape.rank > 0:
        return .number(Double(labelled.shape.axes[0].size))
      case let other: throw Complaint("\(other.kind) has no length", parameter: "x")
      }
    },
    Function(
      "shape", ["x"], "the sizes of the axes, as a list; x.shape is the same",
      example: "shape(zeros(2, 3))"
    ) {
      Value(try $0.tensor("x").shape.sizes)
    },
    Function(
      "reshape", ["x", Parameter("sizes", .rest(named: true))],
      "the same numbers in the same order under other axes; one size may be -1, for what is left,"
        + " and keys name axes", example: "reshape(arange(6), row: 2, column: -1)"
    ) {
      .tensor(try Reshaping.reshaped(try $0.tensor("x"), $0))
    },
    Function(
      "transpose", ["x", Parameter("axes", .rest(named: false))],
      "two axes, by number or name, change places: the last two if none is given; or all axes in"
        + " the order of a list", example: "transpose(zeros(2, 3, 4), 0, 1)"
    ) {
      .tensor(try Reshaping.transposed(try $0.tensor("x"), $0))
    },
    Function(
      "concat", ["tensors", Parameter("axis", "0")],
      "tensors of a list one behind the other along an axis", example: "concat([[1, 2], [3]])"
    ) {
      .tensor(try Joining.joined($0))
    },
  ]
}
