import Kernels

/// A sum of many terms, and the order in which the engine adds them.
package struct Sum: Sendable {
  package enum Rule: String, Sendable {
    /// One after the other from 0; a product is fused with its addition.
    case chain
    /// Dealt to eight lanes by their index, each a chain; then the lanes are folded:
    /// ((0+4)+(2+6)) + ((1+5)+(3+7)).
    case lanes
  }

  package enum Term: Sendable {
    case value(Formula)
    case product(Formula, Formula)
    case square(Formula)

    /// What is multiplied: the term's one or two factors.
    package var factors: [Formula] {
      switch self {
      case .value(let a): [a]
      case .product(let a, let b): [a, b]
      case .square(let a): [a, a]
      }
    }

    /// The term by itself, rounded.
    package var value: Float { factors.dropFirst().reduce(factors[0].value) { $0 * $1.value } }

    package var elements: [Element] {
      switch self {
      case .value(let a), .square(let a): a.elements
      case .product(let a, let b): a.elements + b.elements
      }
    }
  }

  package let rule: Rule
  /// Groups of terms of one form; the sum runs through them in order.
  package let parts: [[Term]]
  package let value: Float

  package init(_ rule: Rule, _ terms: [Term]) { self.init(rule, parts: [terms]) }

  package init(_ rule: Rule, parts: [[Term]]) {
    self.rule = rule
    self.parts = parts.filter { !$0.isEmpty }
    let factors = parts.joined().map { term in
      let factors = term.factors.map(\.value)
      return (factors[0], factors.count == 2 ? factors[1] : 1)
    }
    value =
      switch rule {
      case .chain: factors.reduce(0) { $0.addingProduct($1.0, $1.1) }
      case .lanes: LaneSum.products(factors.count, factors.map(\.0), factors.map(\.1))
      }
  }

  package var count: Int { parts.reduce(0) { $0 + $1.count } }
}
