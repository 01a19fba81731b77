/// How a number is worked out, as a tree of the engine's own operations, each rounded as the engine
/// rounds it. So the tree's value has the engine's bits, and what is printed of it is what happened.
package indirect enum Formula: Sendable {
  case element(Element)
  /// A number that comes from nowhere else; without a symbol it stands for itself.
  case constant(String?, Float)
  /// The result of an earlier step of the same explanation.
  case result(String, Float)
  case plus(Formula, Formula)
  case minus(Formula, Formula)
  case times(Formula, Formula)
  case over(Formula, Formula)
  /// a·b + c, rounded once.
  case fused(Formula, Formula, Formula)
  case root(Formula)
  case negative(Formula)
  case smaller(Formula, Formula)
  case function(ClosedForm, [Formula])
  case sum(Sum)

  package var value: Float {
    switch self {
    case .element(let element): element.value
    case .constant(_, let value), .result(_, let value): value
    case .plus(let a, let b): a.value + b.value
    case .minus(let a, let b): a.value - b.value
    case .times(let a, let b): a.value * b.value
    case .over(let a, let b): a.value / b.value
    case .fused(let a, let b, let c): c.value.addingProduct(a.value, b.value)
    case .root(let a): a.value.squareRoot()
    case .negative(let a): -a.value
    case .smaller(let a, let b): min(a.value, b.value)
    case .function(let function, let arguments): function.value(arguments.map(\.value))
    case .sum(let sum): sum.value
    }
  }

  /// An element under another symbol; anything else as it is.
  func renamed(_ symbol: String) -> Formula {
    guard case .element(let element) = self else { return self }
    return .element(Element(symbol, element.reference, element.value))
  }

  /// What it is directly made of; the terms of a sum are not counted.
  private var operands: [Formula] {
    switch self {
    case .element, .constant, .result, .sum: []
    case .plus(let a, let b), .minus(let a, let b), .times(let a, let b), .over(let a, let b),
      .smaller(let a, let b):
      [a, b]
    case .fused(let a, let b, let c): [a, b, c]
    case .root(let a), .negative(let a): [a]
    case .function(_, let arguments): arguments
    }
  }

  /// It and all its parts, in the order of the formula, the terms of sums left out.
  private var parts: [Formula] { [self] + operands.flatMap(\.parts) }

  /// The elements that this is made of, in the order of the formula, those of sums left out.
  package var elements: [Element] {
    parts.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The sums in it, in the order of the formula.
  package var sums: [Sum] {
    parts.compactMap { if case .sum(let sum) = $0 { sum } else { nil } }
  }

  /// Whether a product and its addition are rounded as one in it.
  package var isFused: Bool {
    parts.contains { if case .fused = $0 { true } else { false } }
  }

  /// The functions in it, in the order of the formula.
  package var functions: [ClosedForm] {
    parts.compactMap { if case .function(let function, _) = $0 { function } else { nil } }
  }
}
