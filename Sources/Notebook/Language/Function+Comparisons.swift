import Tensors

extension Function {
  /// Functions that say true or false of tensors.
  static let comparisons: [Function] = [
    Function(
      "allclose", ["a", "b", Parameter("tolerance", "1e-5")],
      "whether |a - b| is at most tolerance * max(1, |b|) everywhere",
      example: "allclose(1 / 3, 0.333, tolerance: 1e-2)"
    ) { arguments in
      let (left, right) = (try arguments.tensor("a"), try arguments.tensor("b"))
      let tolerance = arguments.isGiven("tolerance") ? try arguments.number("tolerance") : 1e-5
      guard tolerance >= 0 else {
        throw Complaint("the tolerance must not be negative", parameter: "tolerance")
      }
      guard left.shape.rank == 0 || right.shape.rank == 0 || left.shape.sizes == right.shape.sizes
      else {
        throw Complaint(
          "allclose compares equal sizes, not \(left.shape) and \(right.shape)",
          remedy: "take a part of one, as in x[0]")
      }
      let close = try Broadcasting.elements(
        left, right, named: "allclose", in: arguments.computation
      ) {
        isClose(Double($0), Double($1), tolerance) ? 1 : 0
      }
      return .truth(close.tensor.values.allSatisfy { $0 == 1 })
    },
    Function(
      "same", ["a", "b"], "whether sizes and all bits are equal", example: "same(0.1 + 0.2, 0.3)"
    ) {
      let (left, right) = (try $0.tensor("a"), try $0.tensor("b"))
      return .truth(
        left.shape.sizes == right.shape.sizes
          && left.tensor.values.map(\.bitPattern) == right.tensor.values.map(\.bitPattern))
    },
    Function("all", ["x"], "whether no element is 0", example: "all([1, 2] > 0)") {
      .truth(try $0.tensor("x").tensor.values.allSatisfy { $0 != 0 })
    },
    Function("any", ["x"], "whether some element is not 0", example: "any([1, 2] > 1)") {
      .truth(try $0.tensor("x").tensor.values.contains { $0 != 0 })
    },
  ]

  private static func isClose(_ left: Double, _ right: Double, _ tolerance: Double) -> Bool {
    left == right
      || (right.isFinite && abs(left - right) <= tolerance * max(1, abs(right)))
  }
}
