/// How one number came about: quantities worked out one after the other, the last of which is the
/// number. A leaf has none.
package struct Explanation: Sendable {
  /// One quantity.
  package struct Step: Sendable {
    /// What later steps call it; empty for the last.
    package let symbol: String
    package let arithmetic: Arithmetic
    package let value: Float
    /// What the formula does not say, for example why an element is 0.
    package let remark: String?

    package init(_ symbol: String, _ arithmetic: Arithmetic, remark: String? = nil) {
      self.symbol = symbol
      self.arithmetic = arithmetic
      self.remark = remark
      value = arithmetic.value
    }

    /// A last step.
    package init(_ arithmetic: Arithmetic, remark: String? = nil) {
      self.init("", arithmetic, remark: remark)
    }

    /// This step's value in a later one.
    package var result: Arithmetic { .result(symbol, value) }
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
      step.arithmetic.elements
        + step.arithmetic.sums.flatMap { $0.parts.joined().flatMap(\.elements) }
    }
  }
}
