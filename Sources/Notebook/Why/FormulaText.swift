import Tensors

/// Writes a formula: with its symbols, or with the numbers that stand for them.
struct FormulaText {
  /// How a number is written; nil writes symbols.
  var number: ((Float) -> String)?

  func text(_ formula: Formula) -> String { written(formula).text }

  /// One term of a sum, in symbols.
  func text(_ term: Sum.Term) -> String { written(term).text }

  /// How strongly a part holds together; where that is too weak, it stands in brackets.
  private enum Strength: Int { case sum, quotient, product, whole }

  private struct Part {
    let text: String
    let strength: Strength

    func holding(_ needed: Strength) -> String {
      strength.rawValue < needed.rawValue ? "(\(text))" : text
    }
  }

  private func written(_ formula: Formula) -> Part {
    switch formula {
    case .element(let element): return leaf(element.symbol, element.value)
    case .constant(let symbol, let value): return leaf(symbol, value)
    case .result(let symbol, let value): return leaf(symbol, value)
    case .plus(let a, let b): return joined(a, " + ", b, .sum, .sum, .quotient)
    case .minus(let a, let b): return joined(a, " − ", b, .sum, .sum, .quotient)
    case .times(let a, let b): return joined(a, "·", b, .product, .product, .whole)
    case .over(let a, let b): return joined(a, " / ", b, .quotient, .product, .whole)
    case .fused(let a, let b, let c):
      return Part(
        text: joined(a, "·", b, .product, .product, .whole).text + " + "
          + right(written(c), .quotient), strength: .sum)
    case .root(let a): return Part(text: "√" + written(a).holding(.whole), strength: .whole)
    case .negative(let a): return negative(a)
    case .smaller(let a, let b):
      return Part(text: "min(\(text(a)), \(text(b)))", strength: .whole)
    case .function(let function, let arguments):
      let parts = arguments.map(written)
      let call = "\(function.notation)(\(parts[0].text))"
      guard parts.count > 1 else { return Part(text: call, strength: .whole) }
      return Part(text: call + "·" + right(parts[1], .whole), strength: .product)
    case .sum(let sum): return written(sum)
    }
  }

  /// Symbols stand in brackets with a sign before them; a negative number does behind another sign.
  private func negative(_ a: Formula) -> Part {
    guard let number else {
      return Part(text: "(−\(written(a).holding(.whole)))", strength: .whole)
    }
    return Part(text: number(-a.value), strength: .whole)
  }

  private func leaf(_ symbol: String?, _ value: Float) -> Part {
    guard number == nil, let symbol else {
      let digits = (number ?? { NumberFormat.short($0) })(value)
      return Part(text: digits, strength: .whole)
    }
    return Part(text: symbol, strength: .whole)
  }

  private func written(_ sum: Sum) -> Part {
    if let number { return Part(text: number(sum.value), strength: .whole) }
    let terms = sum.parts.compactMap(\.first).map { text($0) }
    guard let first = terms.first else { return Part(text: "0", strength: .whole) }
    return Part(
      text: terms.dropFirst().reduce("Σ " + first) { $0 + " + Σ " + $1 }, strength: .sum)
  }

  private func written(_ term: Sum.Term) -> Part {
    switch term {
    case .value(let a): return Part(text: written(a).holding(.quotient), strength: .quotient)
    case .product(let a, let b): return joined(a, "·", b, .product, .product, .whole)
    case .square(let a):
      return Part(text: written(a).holding(.whole) + "²", strength: .whole)
    }
  }

  private func joined(
    _ a: Formula, _ sign: String, _ b: Formula, _ strength: Strength, _ left: Strength,
    _ right: Strength
  ) -> Part {
    // A sum of terms to the left of + would seem to take what follows in.
    let isSum = if case .sum = a { number == nil } else { false }
    let before = isSum ? "(\(text(a)))" : written(a).holding(left)
    return Part(text: before + sign + self.right(written(b), right), strength: strength)
  }

  /// Behind a sign; negative numbers stand in brackets.
  private func right(_ part: Part, _ needed: Strength) -> String {
    part.text.hasPrefix("-") ? "(\(part.text))" : part.holding(needed)
  }
}
