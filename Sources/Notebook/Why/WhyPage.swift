import Tensors
import Training

/// How one number came about, ready to be printed: its steps with their formulas and largest terms,
/// and the operands that can be asked about next, numbered in the order in which they stand there.
struct WhyPage: Encodable {
  /// A number that this one was made of.
  struct Operand: Encodable {
    let number: Int
    let symbol: String
    let name: String
    let index: [Int]
    let value: Float
    /// Name and index with the tokens there.
    let label: String
  }

  struct Step: Encodable {
    let symbol: String
    /// In symbols.
    let text: String
    let value: Float
    let remark: String?
    /// What the functions in the formula are.
    let definitions: [String]
    /// The elements in the formula outside of its sums.
    let operands: [Operand]
    let sums: [SumView]
    let formula: Formula

    private enum CodingKeys: String, CodingKey {
      case symbol
      case text = "formula"
      case value, remark, definitions, operands, sums
    }
  }

  let name: String
  let index: [Int]
  let places: [WhyLabels.Place]
  let value: Float
  let steps: [Step]
  /// Where a number came from that was not worked out here.
  let origin: [String]

  private enum CodingKeys: String, CodingKey {
    case name, index, places, value, steps, origin
  }
}

/// Builds a page, numbering the operands as it meets them.
struct WhyPageBuilder {
  let labels: WhyLabels
  /// How many terms of a sum are listed.
  let termLimit: Int
  private(set) var operands: [Subject] = []

  init(labels: WhyLabels, termLimit: Int) {
    self.labels = labels
    self.termLimit = termLimit
  }

  /// - Parameters:
  ///   - name: what the tensor is called on this page
  ///   - origin: where a leaf comes from
  mutating func page(_ subject: Subject, name: String, origin: [String]) -> WhyPage {
    let explanation = labels.inquiry.explanation(of: subject)
    let isPlain = !name.contains { "( ".contains($0) }
    let last = isPlain ? name.split(separator: ".").last.map(String.init) : nil
    let own = last ?? (name.contains(".grad") ? "grad" : "y")
    let steps = explanation.steps.enumerated().map { position, step in
      let isLast = position == explanation.steps.count - 1
      return self.step(step, symbol: isLast ? own : step.symbol, in: subject.origin)
    }
    return WhyPage(
      name: name, index: subject.reference.index, places: labels.places(subject),
      value: explanation.value, steps: steps, origin: explanation.isLeaf ? origin : [])
  }

  private mutating func step(
    _ step: Explanation.Step, symbol: String, in origin: Subject.Origin
  ) -> WhyPage.Step {
    var operands: [WhyPage.Operand] = []
    for element in step.formula.elements {
      let operand = operand(element, in: origin)
      if !operands.contains(where: { $0.number == operand.number }) { operands.append(operand) }
    }
    let sums = step.formula.sums.map { SumView($0, in: origin, &self) }
    return WhyPage.Step(
      symbol: symbol, text: FormulaText().text(step.formula), value: step.value,
      remark: step.remark, definitions: step.formula.functions.compactMap(\.definition),
      operands: operands, sums: sums, formula: step.formula)
  }

  /// The operand that an element is, numbered as it was before or with the next number.
  mutating func operand(_ element: Element, in origin: Subject.Origin) -> WhyPage.Operand {
    let subject = labels.inquiry.subject(of: element, in: origin)
    let position = operands.firstIndex(of: subject) ?? operands.count
    if position == operands.count { operands.append(subject) }
    return WhyPage.Operand(
      number: position + 1, symbol: element.symbol, name: labels.name(subject),
      index: subject.reference.index, value: element.value, label: labels.labelled(subject))
  }
}
