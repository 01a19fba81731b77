/// How a number is worked out, as a tree of the engine's own operations, each rounded as the engine
/// rounds it. So the tree's value has the engine's bits, and what is printed of it is what happened.
package indirect enum Arithmetic: Sendable {
  case element(Element)
  /// A number that comes from nowhere else; without a symbol it stands for itself.
  case constant(String?, Float)
  /// The result of an earlier step of the same explanation.
  case result(String, Float)
  case plus(Arithmetic, Arithmetic)
  case minus(Arithmetic, Arithmetic)
  case times(Arithmetic, Arithmetic)
  case over(Arithmetic, Arithmetic)
  /// a·b + c, rounded once.
  case fused(Arithmetic, Arithmetic, Arithmetic)
  case root(Arithmetic)
  case smaller(Arithmetic, Arithmetic)
  case function(ClosedForm, [Arithmetic])
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
    case .smaller(let a, let b): min(a.value, b.value)
    case .function(let function, let arguments): function.value(arguments.map(\.value))
    case .sum(let sum): sum.value
    }
  }

  /// An element under another symbol; anything else as it is.
  func renamed(_ symbol: String) -> Arithmetic {
    guard case .element(let element) = self else { return self }
    return .element(Element(symbol, element.reference, element.value))
  }

  /// The elements that this is made of, in the order of the formula, those of sums left out.
  package var elements: [Element] {
    switch self {
    case .element(let element): [element]
    case .constant, .result, .sum: []
    case .plus(let a, let b), .minus(let a, let b), .times(let a, let b), .over(let a, let b),
      .smaller(let a, let b):
      a.elements + b.elements
    case .fused(let a, let b, let c): a.elements + b.elements + c.elements
    case .root(let a): a.elements
    case .function(_, let arguments): arguments.flatMap(\.elements)
    }
  }

  /// The sums in it, in the order of the formula.
  package var sums: [Sum] {
    switch self {
    case .sum(let sum): [sum]
    case .element, .constant, .result: []
    case .plus(let a, let b), .minus(let a, let b), .times(let a, let b), .over(let a, let b),
      .smaller(let a, let b):
      a.sums + b.sums
    case .fused(let a, let b, let c): a.sums + b.sums + c.sums
    case .root(let a): a.sums
    case .function(_, let arguments): arguments.flatMap(\.sums)
    }
  }
}
