/// How one number came about: quantities worked out one after the other, the last of which is the
/// number. A leaf has none.
package struct Explanation: Sendable {
  /// One quantity.
  package struct Step: Sendable {
    /// What later steps call it; empty for the last.
    package let symbol: String
    package let formula: Formula
    package let value: Float
    /// What the formula does not say, for example why an element is 0.
    package let remark: String?

    package init(_ symbol: String, _ formula: Formula, remark: String? = nil) {
      self.symbol = symbol
      self.formula = formula
      self.remark = remark
      value = formula.value
    }

    /// A last step.
    package init(_ formula: Formula, remark: String? = nil) {
      self.init("", formula, remark: remark)
    }

    /// This step's value in a later one.
    package var result: Formula { .result(symbol, value) }
  }

  package let steps: [Step]
  package let value: Float

  package init(_ steps: [Step]) {
    precondition(!steps.isEmpty, "an explanation needs a step")
    self.steps = steps
    value = steps[steps.count - 1].value
  }

  /// A number that the computation was given.
  package init(leaf value: Float) {
    steps = []
    self.value = value
  }

  package var isLeaf: Bool { steps.isEmpty }

  /// Everything that it is made of, in the order of the formulas, the terms of sums included.
  package var elements: [Element] {
    steps.flatMap { step in
      step.formula.elements
        + step.formula.sums.flatMap { $0.parts.joined().flatMap(\.elements) }
    }
  }
}
