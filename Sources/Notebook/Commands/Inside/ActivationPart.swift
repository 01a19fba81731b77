import Inference
import Models
import Tensors

/// A named activation of a pass, or a part of one: `blocks.0.attn.pattern[0, 1]`.
struct ActivationPart {
  /// As it was typed.
  let source: String
  let name: String
  /// The whole activation as the pass has it.
  let whole: LabelledTensor
  private let selectors: [Expression.Selector]
  private let range: Range<Int>
  private let evaluator: Evaluator

  /// Throws `ExpressionError` if this is no activation's name with at most an index.
  init(_ source: String, of view: PassView, in session: Session) throws {
    let expression = try Parser.parse(source)
    var named = expression
    var selectors: [Expression.Selector] = []
    if case .index(let operand, let index) = expression.form {
      (named, selectors) = (operand, index)
    }
    guard case .name(let name) = named.form else {
      throw ExpressionError(
        "an activation is named here", remedy: "for example: blocks.0.attn.pattern[0, 1]",
        source: source, range: expression.range)
    }
    guard let tensor = view.trace[name], view.trace.names.contains(name) else {
      throw Self.unknown(name, at: named.range, in: source, view: view, session: session)
    }
    self.source = source
    self.name = name
    self.selectors = selectors
    range = expression.range
    whole = view.labelled(tensor)
    evaluator = Evaluator(
      scope: session, source: source, computation: Computation(session.surroundings))
  }

  /// The same part of another pass's activation of this name.
  func part(of tensor: LabelledTensor) throws -> LabelledTensor {
    let selections = try selections(in: tensor.shape)
    return try evaluator.placed(range) {
      try tensor.selecting(selections, in: evaluator.computation)
    }
  }

  /// The whole activation with `value`, repeated as in arithmetic, in the place of the part; and how
  /// many numbers that replaces. Throws `ExpressionError` if the sizes do not fit.
  func whole(withPart value: LabelledTensor) throws -> (tensor: Tensor, count: Int) {
    let part = try part(of: whole)
    let filled = try evaluator.placed(range) {
      let filled = try Broadcasting.elements(
        part, value, named: "the replacement", in: evaluator.computation
      ) { $1 }
      guard filled.shape.sizes == part.shape.sizes else {
        throw Complaint(
          "\(value.shape) is too large to replace \(part.shape)",
          remedy: "sizes must be equal, or 1 in the replacement")
      }
      return filled
    }
    let selections = try selections(in: whole.shape)
    return (whole.tensor.replacing(selections, by: filled.tensor), part.shape.count)
  }

  /// The mean of the activation over the texts and positions of the pass, in its own shape.
  func meanOverPositions() throws -> LabelledTensor {
    let axes = whole.shape.axes.indices.filter {
      ["batch", "position", "query"].contains(whole.shape.axes[$0].name)
    }
    let mean = Function.named("mean")
    return try evaluator.placed(range) {
      let means = try axes.reduce(whole) { x, axis in
        let arguments = Arguments(
          values: [
            "x": .tensor(x), "axis": .number(Double(axis)), "keepdims": .truth(true),
          ], rest: [], computation: evaluator.computation)
        return try mean?.body(arguments).tensorValue() ?? x
      }
      return try Broadcasting.elements(
        whole, means, named: "the mean", in: evaluator.computation
      ) { $1 }
    }
  }

  private func selections(in shape: Shape) throws -> [AxisSelection] {
    try evaluator.selections(selectors, in: shape, range)
  }

  private static func unknown(
    _ name: String, at range: Range<Int>, in source: String, view: PassView, session: Session
  ) -> ExpressionError {
    let isKnown = (try? session.value(named: name)) != nil
    let nearest = Suggestion.nearest(to: name, in: view.trace.names)
    return ExpressionError(
      isKnown ? "\(name) is not an activation of a pass" : "no activation \(name)",
      remedy: isKnown
        ? "`names` lists the activations"
        : nearest.map { "did you mean \($0)?" }
          ?? "`names` lists the activations", source: source, range: range)
  }
}
