import Kernels

extension Loss {
  /// (Σ loss·weight) / count over the positions; without the weights where all are 1.
  static func why(_ at: Place, targets: [Int32], weights: [Float]) -> [Explanation.Step] {
    let logits = at.input(0)
    let allCount = weights.allSatisfy { $0 == 1 }
    let terms = logits.shape.rowIndices.enumerated().map { position, row in
      let value = positionLoss(logits, position, target: targets[position])
      let loss = at.intermediate(.positionLoss, "loss", row, value)
      return allCount
        ? Sum.Term.value(loss) : .product(loss, .constant("weight", weights[position]))
    }
    return [
      Explanation.Step(
        .over(.sum(Sum(.lanes, terms)), .constant("count", max(1, weights.reduce(0, +)))))
    ]
  }

  private static func positionLoss(_ logits: Tensor, _ position: Int, target: Int32) -> Float {
    let size = logits.shape.lastSize
    let scratch = Storage(uninitialized: size)
    var target = target
    var loss: Float = 0
    CrossEntropy.forward(
      rows: 0..<1, size: size, logits: logits.pointer + position * size, targets: &target,
      probabilities: scratch.pointer, losses: &loss)
    return loss
  }

  /// −log softmax(logits)[target] of one position: (log Σ exp(x − max) + max) − x[target].
  static func whyPosition(_ at: Place, _ row: [Int], target: Int) -> [Explanation.Step] {
    let (largest, sum, _) = SoftmaxRows.steps(at, row + [target])
    return [
      largest, sum,
      Explanation.Step(
        .minus(
          .plus(.function(.log, [sum.result]), largest.result),
          at.input(0, "x[target]", row + [target])), remark: "the target is token \(target)"),
    ]
  }

  /// (p − 1)·share for the target, p·share for other tokens; share = weight·(dy / count).
  static func whyGradient(_ at: Place, _ index: [Int], targets: [Int32], weights: [Float])
    -> [Explanation.Step]
  {
    let (row, token) = index.rowAndColumn
    let position = Shape(at.input(0).shape.axes.dropLast()).offset(of: row)
    let share = Explanation.Step(
      "share",
      .times(
        .constant("weight", weights[position]),
        .over(at.slope([]), .constant("count", max(1, weights.reduce(0, +))))))
    let steps = SoftmaxRows.steps(at, index).probability
    let p = steps[steps.count - 1].result
    let isTarget = Int(targets[position]) == token
    return steps + [
      share,
      Explanation.Step(
        .times(isTarget ? .minus(p, .constant(nil, 1)) : p, share.result),
        remark: "the target is token \(targets[position])"),
    ]
  }
}
