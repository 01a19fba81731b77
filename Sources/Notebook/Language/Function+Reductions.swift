import Kernels
import Tensors

extension Function {
  /// Functions that make one number of many: of all, or along one axis. Sums go by the engine's
  /// lanes, as in its norms and losses.
  static let reductions: [Function] = [
    reduction("sum", "all numbers added", example: "sum([[1, 2], [3, 4]], axis: 0)", total),
    reduction("mean", "the sum over the count", example: "mean([1, 2, 4])", isFilled: true) {
      total($0) / Float($0.count)
    },
    reduction("max", "the highest number", example: "max([1, 3, 2])", isFilled: true) {
      row in row.dropFirst().reduce(row[0]) { $1 > $0 || $1.isNaN ? $1 : $0 }
    },
    reduction("min", "the lowest number", example: "min([1, 3, 2])", isFilled: true) {
      row in row.dropFirst().reduce(row[0]) { $1 < $0 || $1.isNaN ? $1 : $0 }
    },
    reduction(
      "var", "the mean squared distance from the mean", example: "var([1, 2, 3])", isFilled: true
    ) { variance($0) },
    reduction(
      "std", "the standard deviation σ: the root of var", example: "std([1, 2, 3])", isFilled: true
    ) { variance($0).squareRoot() },
    reduction(
      "meansquare", "the mean of the squares, as RMSNorm takes it", example: "meansquare([3, 4])",
      isFilled: true
    ) {
      squares($0) / Float($0.count)
    },
    reduction(
      "norm", "the length of a vector: the root of the sum of squares", example: "norm([3, 4])"
    ) {
      squares($0).squareRoot()
    },
    Function(
      "dot", ["a", "b"], "the products of equal places, added in order",
      example: "dot([1, 2], [3, 4])"
    ) { arguments in
      let (left, right) = (try arguments.tensor("a"), try arguments.tensor("b"))
      guard left.shape.rank == 1, right.shape.rank == 1, left.shape.count == right.shape.count
      else {
        throw Complaint(
          "dot takes two tensors with one axis of the same size, not \(left.shape) and"
            + " \(right.shape)", remedy: "@ multiplies matrices; sum(a * b) sums over everything")
      }
      return .tensor(try TensorProduct.of(left, right, in: arguments.computation))
    },
  ]

  private static func total(_ row: Rows.Row) -> Float {
    row.baseAddress.map { LaneSum.values(row.count, $0) } ?? 0
  }

  private static func squares(_ row: some Sequence<Float>) -> Float {
    row.withContiguousStorageIfAvailable { row in
      row.baseAddress.map { LaneSum.products(row.count, $0, $0) } ?? 0
    } ?? 0
  }

  private static func variance(_ row: Rows.Row) -> Float {
    let mean = total(row) / Float(row.count)
    return squares(row.map { $0 - mean }) / Float(row.count)
  }

  /// nil for all of `x`. As in NumPy a single number has an axis 0, which is all of it.
  private static func reducedAxis(_ arguments: Arguments, of x: LabelledTensor) throws -> Int? {
    guard arguments.isGiven("axis") else { return nil }
    if x.shape.rank == 0, [0, -1].contains(try? arguments.whole("axis")) { return nil }
    return try arguments.axis("axis", of: x)
  }

  private static func reduction(
    _ name: String, _ summary: String, example: String, isFilled: Bool = false,
    _ reduce: @escaping @Sendable (Rows.Row) -> Float
  ) -> Function {
    Function(
      name, ["x", Parameter("axis", "all"), Parameter("keepdims", "false")], summary,
      example: example
    ) { arguments in
      let x = isFilled ? try arguments.filled("x") : try arguments.tensor("x")
      return .tensor(
        try Rows.reduce(
          x, along: reducedAxis(arguments, of: x), keepsAxis: arguments.flag("keepdims"),
          in: arguments.computation, reduce)
      )
    }
  }
}
