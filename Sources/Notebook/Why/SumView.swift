import Tensors
import Training

/// A sum as it is listed: its largest terms, what they are made of, and what the others come to.
struct SumView: Encodable {
  struct Row: Encodable {
    /// Where along the axes that the sum runs over.
    let places: [WhyLabels.Place]
    let operands: [WhyPage.Operand]
    let value: Float
    /// Of the sum of the terms' magnitudes.
    let share: Double
  }

  /// Terms of one form.
  struct Part: Encodable {
    /// The term in symbols.
    let term: String
    /// Each symbol and its tensor, the axes that the sum runs over by name: `ln1[0, 3 ·at, width]`.
    let legend: [Entry]
    let rows: [Row]
    /// Whether a term is more than the one number that it is made of.
    let isComputed: Bool
  }

  struct Entry: Encodable {
    let symbol: String
    let text: String
  }

  let rule: String
  let count: Int
  let hasProducts: Bool
  let value: Float
  let parts: [Part]
  let otherCount: Int
  /// The sum of the terms that are not listed, and their share.
  let otherValue: Float
  let otherShare: Double

  private struct Ranked {
    let part: Int
    let position: Int
    let term: Sum.Term
    let value: Float
    /// What is not a number comes first: it is why the sum is not one either.
    var size: Float { value.isNaN ? .infinity : value.magnitude }
  }

  init(_ sum: Sum, in origin: Subject.Origin, _ builder: inout WhyPageBuilder) {
    let ranked = sum.parts.enumerated().flatMap { part, terms in
      terms.enumerated().map {
        Ranked(part: part, position: $0.offset, term: $0.element, value: $0.element.value)
      }
    }
    let total = ranked.reduce(0.0) { $0 + Double($1.value.magnitude) }
    func share(_ value: Double) -> Double { total == 0 ? 0 : value / total }
    // A single one left over is listed too.
    let limit = ranked.count - 1 <= builder.termLimit ? ranked.count : builder.termLimit
    let bySize =
      ranked.count <= limit
      ? ranked
      : ranked.sorted {
        ($1.size, $0.part, $0.position) < ($0.size, $1.part, $1.position)
      }
    let listed = bySize.prefix(limit)
    let others = bySize.dropFirst(limit)
    var parts: [Part] = []
    for (part, terms) in sum.parts.enumerated() {
      let form = SumForm(terms, in: origin, builder.labels)
      let rows = listed.filter { $0.part == part }.map { ranked in
        let places = form.places(of: ranked.term)
        let operands = ranked.term.elements.map { builder.operand($0, in: origin) }
        return Row(
          places: places, operands: operands, value: ranked.value,
          share: share(Double(ranked.value.magnitude)))
      }
      parts.append(
        Part(
          term: FormulaText().text(terms[0]), legend: form.legend, rows: rows,
          isComputed: !terms[0].isElement))
    }
    rule = sum.rule.rawValue
    count = ranked.count
    hasProducts = ranked.contains { $0.term.factors.count > 1 }
    value = sum.value
    self.parts = parts
    otherCount = others.count
    otherValue = Float(others.reduce(0.0) { $0 + Double($1.value) })
    otherShare = share(others.reduce(0.0) { $0 + Double($1.value.magnitude) })
  }
}

/// What the terms of one form have in common, and along which axes they differ.
private struct SumForm {
  private let origin: Subject.Origin
  private let labels: WhyLabels
  /// For each element of a term, which numbers of its index differ from term to term.
  private let varying: [[Bool]]
  let legend: [SumView.Entry]

  init(_ terms: [Sum.Term], in origin: Subject.Origin, _ labels: WhyLabels) {
    self.origin = origin
    self.labels = labels
    let first = terms[0].elements
    var varying = first.map { [Bool](repeating: false, count: $0.reference.index.count) }
    for term in terms.dropFirst() {
      for (element, other) in term.elements.enumerated() {
        for (axis, index) in other.reference.index.enumerated()
        where index != first[element].reference.index[axis] {
          varying[element][axis] = true
        }
      }
    }
    self.varying = varying
    legend = zip(first, varying).map { element, varying in
      let subject = labels.inquiry.subject(of: element, in: origin)
      let pattern = zip(labels.places(subject), varying).map { $1 ? $0.axis : $0.text }
      return SumView.Entry(
        symbol: element.symbol,
        text: labels.label(subject, pattern))
    }
  }

  /// Where a term stands along the axes in which the first of its elements differs.
  func places(of term: Sum.Term) -> [WhyLabels.Place] {
    guard let element = term.elements.first, let varying = varying.first else { return [] }
    let places = labels.places(labels.inquiry.subject(of: element, in: origin))
    return zip(places, varying).filter { $0.1 }.map { $0.0 }
  }
}

extension Sum.Term {
  /// Whether it is one element as it is.
  fileprivate var isElement: Bool {
    guard case .value(.element) = self else { return false }
    return true
  }
}
