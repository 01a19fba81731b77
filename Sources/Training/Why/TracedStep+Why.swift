import Tensors

/// A number of a step that belongs to no parameter. The raw value is its name.
package enum StepNumber: String, CaseIterable, Sendable {
  /// The norm of all gradients, before clipping.
  case gradientNorm = "gradient_norm"
  /// The learning rate.
  case rate
}

extension TracedStep {
  package func value(of number: StepNumber) -> Float {
    switch number {
    case .gradientNorm: gradientNorm
    case .rate: adam.rate
    }
  }

  /// How the learning rate came about: up in a line, down half a cosine, and then the floor.
  func explanationOfRate() -> Explanation {
    let peak = Formula.constant("peak", schedule.peak)
    let floor = Formula.constant("floor", schedule.floor)
    if number <= schedule.warmup {
      return Explanation([
        Explanation.Step(
          .over(
            .times(peak, .constant("step", Float(number))),
            .constant("warmup", Float(schedule.warmup))),
          remark: schedule.warmup == 1
            ? "the first step has the highest rate"
            : "the rate grows over the first \(schedule.warmup) steps")
      ])
    }
    guard number < schedule.steps else {
      return Explanation([
        Explanation.Step(floor, remark: "from step \(schedule.steps) on the rate is at its lowest")
      ])
    }
    let cosine = Explanation.Step(
      "cosine",
      .constant(
        "cos(π·(\(number) − \(schedule.warmup)) / (\(schedule.steps) − \(schedule.warmup)))",
        schedule.cosine(step: number)),
      remark: "step \(number) of \(schedule.steps)"
        + (schedule.warmup > 1 ? "; the rate grew for the first \(schedule.warmup)" : "")
    )
    return Explanation([
      cosine,
      Explanation.Step(
        .plus(
          floor,
          .times(
            .times(.minus(peak, floor), .constant(nil, 0.5)),
            .plus(.constant(nil, 1), cosine.result)))),
    ])
  }

  private func element(_ symbol: String, _ number: StepNumber) -> Formula {
    .element(
      Element(symbol, ElementReference(.named(number.rawValue), []), value(of: number)))
  }

  /// How AdamW came to an element of an update or a moment (Loshchilov and Hutter 2019); nil for what
  /// the step was given.
  func explanation(of quantity: StepQuantity, of parameter: String, at index: [Int])
    -> Explanation?
  {
    let clipped = clippedGradient(parameter, index)
    let g = clipped[1].result
    switch quantity {
    case .firstMoment:
      return Explanation(clipped + [firstMoment(parameter, index, g)])
    case .secondMoment:
      return Explanation(clipped + [secondMoment(parameter, index, g)])
    case .update:
      let m = firstMoment(parameter, index, g)
      let v = secondMoment(parameter, index, g)
      return Explanation(clipped + [m, v] + update(parameter, index, m, v))
    case .gradient, .weightBefore, .firstMomentBefore, .secondMomentBefore: return nil
    }
  }

  /// How a weight became what it is after the step.
  func explanation(ofWeight parameter: String, at index: [Int]) -> Explanation {
    Explanation([
      Explanation.Step(
        .plus(
          element("w", .weightBefore, parameter, index),
          element("update", .update, parameter, index)),
        remark: "step \(number) added its update")
    ])
  }

  private func element(
    _ symbol: String, _ quantity: StepQuantity, _ parameter: String, _ index: [Int]
  ) -> Formula {
    guard let tensor = tensor(quantity, of: parameter) else {
      preconditionFailure("\(parameter) is not trained")
    }
    return .element(
      Element(
        symbol, ElementReference(.named(parameter + quantity.rawValue), index), tensor[index]))
  }

  /// clip = min(1, limit / (norm + 1e-6)), then the gradient times that.
  private func clippedGradient(_ parameter: String, _ index: [Int]) -> [Explanation.Step] {
    let norm = element("norm", .gradientNorm)
    let factor = Explanation.Step(
      "clip",
      .smaller(
        .constant(nil, 1), .over(.constant("limit", clip), .plus(norm, .constant(nil, 1e-6)))))
    let gradient = element("grad", .gradient, parameter, index)
    return [factor, Explanation.Step("g", .times(gradient, factor.result))]
  }

  /// m ← (1 − β₁)·g + β₁·m
  private func firstMoment(_ parameter: String, _ index: [Int], _ g: Formula)
    -> Explanation.Step
  {
    let old = element("m.before", .firstMomentBefore, parameter, index)
    return Explanation.Step(
      "m",
      .fused(
        g, .constant("(1 − β₁)", 1 - adam.beta1), .times(old, .constant("β₁", adam.beta1))))
  }

  /// v ← (1 − β₂)·g² + β₂·v
  private func secondMoment(_ parameter: String, _ index: [Int], _ g: Formula)
    -> Explanation.Step
  {
    let old = element("v.before", .secondMomentBefore, parameter, index)
    return Explanation.Step(
      "v",
      .fused(
        .times(g, g), .constant("(1 − β₂)", 1 - adam.beta2),
        .times(old, .constant("β₂", adam.beta2))))
  }

  /// (m̂ / (√v̂ + ε) + decay·w)·(−rate), m̂ and v̂ being the moments without the bias of their start
  /// at zero.
  private func update(
    _ parameter: String, _ index: [Int], _ m: Explanation.Step, _ v: Explanation.Step
  ) -> [Explanation.Step] {
    let mean = Explanation.Step(
      "m̂", .over(m.result, .constant("(1 − β₁^\(number))", adam.correction1)))
    let square = Explanation.Step(
      "v̂", .over(v.result, .constant("(1 − β₂^\(number))", adam.correction2)))
    let direction = Formula.over(
      mean.result, .plus(.root(square.result), .constant("ε", adam.epsilon)))
    let decays = before.weights.specifications.first { $0.name == parameter }?.decays ?? false
    let decay = Formula.times(
      element("w", .weightBefore, parameter, index),
      .constant("decay", decays ? weightDecay : 0))
    return [
      mean, square,
      Explanation.Step(
        .times(.plus(direction, decay), .negative(element("rate", .rate))),
        remark: decays ? nil : "norms and biases do not decay"),
    ]
  }
}
