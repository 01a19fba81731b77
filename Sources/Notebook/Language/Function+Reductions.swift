import Tensors

extension Function {
  /// Functions that make one number of many: of all, or along one axis.
  static let reductions: [Function] = [
    reduction("sum", "all numbers added, in order", emptyAllowed: true) { $0.reduce(0, +) },
    reduction("mean", "the sum over the count", mean),
    reduction("max", "the highest number") { $0.dropFirst().reduce($0[0]) { $1 > $0 ? $1 : $0 } },
    reduction("min", "the lowest number") { $0.dropFirst().reduce($0[0]) { $1 < $0 ? $1 : $0 } },
    reduction("var", "the mean squared distance from the mean") { row in
      let middle = mean(row)
      var sum: Float = 0
      for value in row { sum.addProduct(value - middle, value - middle) }
      return sum / Float(row.count)
    },
    reduction("norm", "the length of a vector: the root of the sum of squares", emptyAllowed: true)
    { row in
      var sum: Float = 0
      for value in row { sum.addProduct(value, value) }
      return sum.squareRoot()
    },
    Function(
      "dot", [Parameter("a"), Parameter("b")], "the products of equal places, added in order"
    ) { arguments in
      let (left, right) = (try arguments.tensor("a"), try arguments.tensor("b"))
      guard left.shape.rank == 1, right.shape.rank == 1, left.shape.count == right.shape.count
      else {
        throw Complaint(
          "dot takes two tensors with one axis of the same size, not \(left.shape) and"
            + " \(right.shape)", remedy: "@ multiplies matrices; sum(a * b) sums over everything")
      }
      return .tensor(try MatrixProduct.of(left, right))
    },
    Function("len", [Parameter("x")], "how many entries the first axis, list or text has") {
      arguments in
      switch try arguments.value("x") {
      case .text(let text): return .number(Double(text.count))
      case .list(let items): return .number(Double(items.count))
      case .tensor(let labelled) where labelled.shape.rank > 0:
        return .number(Double(labelled.shape.axes[0].size))
      case let other: throw Complaint("\(other.kind) has no length", parameter: "x")
      }
    },
    Function("shape", [Parameter("x")], "the sizes of the axes, as a list") {
      Value(try $0.tensor("x").shape.sizes)
    },
  ]

  private static func mean(_ row: [Float]) -> Float { row.reduce(0, +) / Float(row.count) }

  private static func reduction(
    _ name: String, _ summary: String, emptyAllowed: Bool = false,
    _ reduce: @escaping @Sendable ([Float]) -> Float
  ) -> Function {
    Function(name, [Parameter("x"), Parameter("axis", standard: "all")], summary) { arguments in
      let labelled = emptyAllowed ? try arguments.tensor("x") : try arguments.filled("x")
      let axis = arguments.isGiven("axis") ? try arguments.axis("axis", of: labelled) : nil
      return .tensor(labelled.reduced(along: axis, reduce))
    }
  }
}
