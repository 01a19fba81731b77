import Kernels
import Models
import Tensors
import Training

/// What is known of a number that was there before: a weight, a moment, a token.
struct WhyOrigin {
  let desk: DeskModel

  /// Sentences, one a line.
  func lines(of subject: Subject) -> [String] {
    guard let name = subject.outsideName else { return ["a number that the pass was given"] }
    let index = subject.reference.index
    if name == Inquiry.tokensName {
      let id = Int(desk.inquiry.value(of: subject))
      let token = VisibleText.of(desk.tokenizer.visibleLabel(of: id))
      return ["the id of the token \(token), which stands in the text that the pass read"]
    }
    if name == StepNumber.gradientNorm.rawValue { return gradientNorm }
    if desk.model.parameter(named: name) != nil {
      return weight(name, index, isBefore: false)
    }
    guard let (parameter, quantity) = StepQuantity.split(name), let step = desk.step else {
      return []
    }
    switch quantity {
    case .weightBefore: return weight(parameter, index, isBefore: true)
    case .firstMomentBefore, .secondMomentBefore:
      return step.number == 1
        ? ["0: before the first step there was no gradient to remember"]
        : ["what AdamW remembered of the gradients of \(steps(step.number - 1))"]
    case .gradient, .update, .firstMoment, .secondMoment: return []
    }
  }

  private func steps(_ count: Int) -> String { NumberFormat.counted(count, "step") }

  private func weight(_ name: String, _ index: [Int], isBefore: Bool) -> [String] {
    let isAdapter = desk.model.adapter?.parameters[name] != nil
    guard isAdapter || desk.model.adapter == nil else {
      return ["a frozen weight of the base" + (desk.base.map { ", run \($0)" } ?? "")]
    }
    // The step before is one of those made at the desk, or else the run's last.
    let made = desk.stepsMade - (isBefore && desk.stepsMade > 0 ? 1 : 0)
    let trained = desk.trainedSteps - (isBefore && desk.stepsMade == 0 ? 1 : 0)
    var history: [String] = []
    if let run = desk.run, trained > 0 { history.append("\(steps(trained)) of run \(run)") }
    if made > 0 { history.append("\(steps(made)) at the desk") }
    let begun =
      desk.origin.map { Self.start(WeightPlace(name: name, index: index), in: $0) }
      ?? desk.base.flatMap { isAdapter ? nil : "training began with the weights of run \($0)" }
      ?? start(name, index, isAdapter: isAdapter)
    return [
      history.isEmpty
        ? "a weight, not trained yet\(desk.origin == nil ? "" : " in this run")"
        : "a weight after \(history.joined(separator: " and "))",
      begun,
    ].compactMap { $0 }
  }

  /// What a weight was when a fork began.
  private static func start(_ place: WeightPlace, in origin: Origin) -> String {
    let left = "run \(origin.run) after step \(origin.step)"
    // Of two that set the same weight the later counts.
    guard let edit = origin.edits.last(where: { $0.hasPrefix("\(place.text) = ") }) else {
      return "it went on from \(left)"
    }
    return "it was set by hand, \(edit), when this run went on from \(left)"
  }

  /// What a weight was before any training.
  private func start(_ name: String, _ index: [Int], isAdapter: Bool) -> String? {
    let parameters = isAdapter ? desk.model.adapter?.parameters : desk.model.parameters
    let use = isAdapter ? RandomUse.adapter : RandomUse.weights
    guard let specifications = parameters?.specifications,
      let specification = specifications.first(where: { $0.name == name }),
      let value = Parameters.start(
        of: name, at: specification.shape.offset(of: index), among: specifications,
        from: use.stream(seed: desk.seed))
    else { return nil }
    let text = "it started at \(NumberFormat.exact(value))"
    guard case .normal(let deviation) = specification.start else { return text }
    return text + ", drawn from a normal distribution with σ \(NumberFormat.short(deviation))"
      + " by seed \(desk.seed)"
  }

  /// How long all gradients are together, and which parameters have the largest share of it.
  private var gradientNorm: [String] {
    guard let step = desk.step else { return [] }
    let trainable = desk.model.trainable
    let squares = trainable.names.map { name in
      let values = step.tensor(.gradient, of: name)?.values ?? []
      return (name: name, square: values.reduce(0.0) { $0 + Double($1) * Double($1) })
    }
    let total = squares.reduce(0) { $0 + $1.square }
    let largest = squares.enumerated().sorted {
      ($1.element.square, $0.offset) < ($0.element.square, $1.offset)
    }.prefix(5)
    let shares = largest.map { entry in
      let share = total > 0 ? entry.element.square / total : 0
      return "\(NumberFormat.percent(share)) \(entry.element.name).grad"
    }
    return [
      "√Σ g² over all \(NumberFormat.grouped(trainable.count)) gradients of the step: squares in"
        + " blocks of \(Optimization.block), each in eight lanes, the blocks in double precision",
      "largest shares of Σ g²: " + WhyLabels.list(shares),
    ]
  }
}
