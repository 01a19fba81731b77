import Kernels

extension Norm {
  /// x̂·w + b, fused; without a bias x̂·w.
  static func why(_ at: Place, _ index: [Int], _ epsilon: Float, centers: Bool)
    -> [Explanation.Step]
  {
    let steps = whyNormalized(at, index, epsilon, centers: centers)
    let channel = index.rowAndColumn.column
    let (unit, weight) = (steps[steps.count - 1].result, at.input(1, "w", [channel]))
    return steps + [
      Explanation.Step(
        at.inputCount == 3
          ? .fused(unit, weight, at.input(2, "b", [channel])) : .times(unit, weight))
    ]
  }

  /// x̂ = (x − mean)·σ⁻¹
  static func whyNormalized(_ at: Place, _ index: [Int], _ epsilon: Float, centers: Bool)
    -> [Explanation.Step]
  {
    let steps = whyInverseDeviation(at, Array(index.dropLast()), epsilon, centers: centers)
    let x = at.input(0, "x", index)
    return steps + [
      Explanation.Step(
        "x̂",
        .times(centers ? .minus(x, steps[0].result) : x, steps[steps.count - 1].result))
    ]
  }

  /// σ⁻¹ = 1 / √(variance + ε) of the row at an index; RMSNorm takes the mean square for the
  /// variance.
  static func whyInverseDeviation(_ at: Place, _ row: [Int], _ epsilon: Float, centers: Bool)
    -> [Explanation.Step]
  {
    let size = at.input(0).shape.lastSize
    let row = (0..<size).map { at.input(0, "x", row + [$0]) }
    func mean(_ symbol: String, _ terms: [Sum.Term]) -> Explanation.Step {
      Explanation.Step(
        symbol, .over(.sum(Sum(.lanes, terms)), .constant("C", Float(size))))
    }
    let mean1 = mean("mean", row.map { .value($0) })
    let mean2 =
      centers
      ? mean("variance", row.map { .square(.minus($0, mean1.result)) })
      : mean("mean square", row.map { .square($0) })
    let inverse = Explanation.Step(
      "σ⁻¹",
      .over(.constant(nil, 1), .root(.plus(mean2.result, .constant("ε", epsilon)))))
    return (centers ? [mean1] : []) + [mean2, inverse]
  }

  /// dx = (g − mean(g) − x̂·mean(g·x̂))·σ⁻¹ with g = dy·w, where RMSNorm has no mean(g);
  /// dw = Σ dy·x̂ and db = Σ dy over the rows.
  static func whyGradient(
    of input: Int, _ at: Place, _ index: [Int], _ epsilon: Float, centers: Bool
  ) -> [Explanation.Step] {
    switch input {
    case 0: return whyInputGradient(at, index, epsilon, centers: centers)
    case 1:
      let terms = at.output.shape.rowIndices.map { row in
        let scale = RowScale(at, row, epsilon, centers: centers)
        return Sum.Term.product(at.slope(row + index), scale.normalized(index[0]))
      }
      return [Explanation.Step(.sum(Sum(.chain, terms)))]
    default:
      let terms = at.output.shape.rowIndices.map { Sum.Term.value(at.slope($0 + index)) }
      return [Explanation.Step(.sum(Sum(.chain, terms)))]
    }
  }

  private static func whyInputGradient(
    _ at: Place, _ index: [Int], _ epsilon: Float, centers: Bool
  ) -> [Explanation.Step] {
    let (row, channel) = index.rowAndColumn
    let scale = RowScale(at, row, epsilon, centers: centers)
    let size = at.input(0).shape.lastSize
    func g(_ channel: Int) -> Formula {
      .times(at.slope(row + [channel]), at.input(1, "w", [channel]))
    }
    func mean(_ symbol: String, _ terms: [Sum.Term]) -> Explanation.Step {
      Explanation.Step(
        symbol, .over(.sum(Sum(.lanes, terms)), .constant("C", Float(size))))
    }
    let mean1 = mean("mean(g)", (0..<size).map { .value(g($0)) })
    let mean2 = mean(
      "mean(g·x̂)", (0..<size).map { .product(g($0), scale.normalized($0)) })
    let centred = centers ? Formula.minus(g(channel), mean1.result) : g(channel)
    let pull = Formula.times(scale.normalized(channel), mean2.result)
    return (centers ? [mean1] : []) + [
      mean2,
      Explanation.Step(.times(.minus(centred, pull), scale.inverseDeviation)),
    ]
  }

  /// What a row was normalised with, from the kernel that did it.
  private struct RowScale {
    private let at: Place
    private let row: [Int]
    private let statistics: Normalization.Statistics

    init(_ at: Place, _ row: [Int], _ epsilon: Float, centers: Bool) {
      self.at = at
      self.row = row
      let x = at.input(0)
      statistics = Normalization.statistics(
        x.shape.lastSize, x.pointer + x.shape.offset(of: row + [0]), epsilon: epsilon,
        centers: centers)
    }

    func normalized(_ channel: Int) -> Formula {
      let place = row + [channel]
      let value = (at.input(0)[place] - statistics.mean) * statistics.inverseDeviation
      return at.intermediate(.normalized, "x̂", place, value)
    }

    var inverseDeviation: Formula {
      at.intermediate(.inverseDeviation, "σ⁻¹", row, statistics.inverseDeviation)
    }
  }
}
