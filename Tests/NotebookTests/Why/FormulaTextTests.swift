import Tensors
import Testing

@testable import Notebook

@Suite struct FormulaTextTests {
  private static func letter(_ symbol: String, _ value: Float = 2) -> Formula {
    .constant(symbol, value)
  }
  private static let (a, b, c) = (letter("a"), letter("b", -3), letter("c", 0.5))
  private static let sum = Formula.sum(Sum(.chain, [.product(a, b), .product(a, c)]))
  private static let deviations = Formula.sum(Sum(.lanes, [.square(.minus(a, b))]))

  @Test(
    arguments: [
      (.over(.plus(a, b), c), "(a + b) / c", "(2 + (-3)) / 0.5"),
      (.minus(a, .minus(b, c)), "a − (b − c)", "2 − (-3 − 0.5)"),
      (.plus(.plus(a, b), c), "a + b + c", "2 + (-3) + 0.5"),
      (.times(.over(a, b), c), "(a / b)·c", "(2 / (-3))·0.5"),
      (.over(.times(a, b), c), "a·b / c", "2·(-3) / 0.5"),
      (.over(a, .times(b, c)), "a / (b·c)", "2 / (-3·0.5)"),
      (.fused(a, .plus(b, c), .constant(nil, 1)), "a·(b + c) + 1", "2·(-3 + 0.5) + 1"),
      (.root(.plus(a, c)), "√(a + c)", "√(2 + 0.5)"),
      (.smaller(.constant(nil, 1), .over(a, c)), "min(1, a / c)", "min(1, 2 / 0.5)"),
      (.function(.exp, [.minus(a, b)]), "exp(a − b)", "exp(2 − (-3))"),
      (.function(.geluGradient, [a, b]), "gelu′(a)·b", "gelu′(2)·(-3)"),
      (sum, "Σ a·b", "-5"), (.plus(sum, c), "(Σ a·b) + c", "-5 + 0.5"),
      (.over(deviations, c), "(Σ (a − b)²) / c", "25 / 0.5"),
      (.sum(Sum(.chain, parts: [[.product(a, b)], [.value(c)]])), "Σ a·b + Σ c", "-5.5"),
    ] as [(Formula, String, String)])
  func isWrittenInSymbolsAndNumbers(formula: Formula, symbols: String, numbers: String) {
    #expect(FormulaText().text(formula) == symbols)
    #expect(FormulaText(number: { NumberFormat.short($0) }).text(formula) == numbers)
  }

  @Test func valuesAreRoundedAsTheEngineRounds() {
    let third = Formula.constant(nil, 1 / 3)
    let fused = Formula.fused(third, third, .constant(nil, -1 / 9))
    let apart = Formula.plus(.times(third, third), .constant(nil, -1 / 9))
    #expect(fused.value != apart.value)
    #expect(fused.isFused && !apart.isFused)
  }
}
