import Tensors
import Training

/// What the words behind `why` ask for.
enum WhyQuestion {
  /// The current number once more.
  case again
  /// The number before.
  case up
  /// An operand by its number on the last page.
  case operand(Int)
  /// A number by the name of its tensor and its index.
  case element(Subject, name: String)

  static let upWords = ["up", ".."]

  /// Reads a question. Throws `ExpressionError`.
  init(_ source: String, in session: Session) throws {
    let digits = source.hasPrefix("#") ? String(source.dropFirst()) : source
    if source.isEmpty {
      self = .again
    } else if Self.upWords.contains(source) {
      self = .up
    } else if !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) {
      self = .operand(Int(digits) ?? .max)
    } else {
      let (subject, name) = try WhyAddress(source: source, session: session).subject()
      self = .element(subject, name: name)
    }
  }
}

/// A name with an index in brackets, `blocks.0.attn.q[0, 2, -1, 7]`, read as any expression is.
private struct WhyAddress {
  let source: String
  let session: Session

  func subject() throws -> (Subject, name: String) {
    let expression = try Parser.parse(source)
    let (named, selectors) = parts(expression)
    guard case .name(let name) = named.form else {
      throw error(
        "why asks about one number by its name", expression.range,
        remedy: "for example: why logits[0, -1, 5]")
    }
    let (inquiry, key) = try find(name, named.range)
    let shape = inquiry.shape(key.origin, key.key)
    let index = try index(selectors, in: shape, name, expression.range) { axis, known in
      let rest = [Int](repeating: 0, count: shape.rank - known.count)
      return labels(inquiry)?.tokens(along: axis, Subject(key.origin, key.key, known + rest))
    }
    return (Subject(key.origin, key.key, index), name)
  }

  private func labels(_ inquiry: Inquiry) -> WhyLabels? {
    session.desk.model.map { WhyLabels(inquiry: inquiry, tokenizer: $0.tokenizer) }
  }

  private func parts(_ expression: Expression) -> (Expression, [Expression.Selector]) {
    guard case .index(let operand, let selectors) = expression.form else { return (expression, []) }
    return (operand, selectors)
  }

  private func error(_ message: String, _ range: Range<Int>, remedy: String? = nil)
    -> ExpressionError
  {
    ExpressionError(message, remedy: remedy, source: source, range: range)
  }

  private func find(_ name: String, _ range: Range<Int>) throws -> (
    Inquiry, (origin: Subject.Origin, key: TensorKey)
  ) {
    let inquiry = session.desk.model?.inquiry
    if session.desk.variables[name] == nil, let inquiry, let key = inquiry.key(of: name) {
      return (inquiry, key)
    }
    guard try session.value(named: name) == nil, name != "Out" else {
      throw error(
        "\(name) is a value of yours", range,
        remedy: "why knows how the model's own numbers came about; `names` lists them")
    }
    guard inquiry != nil else {
      throw error(
        "there is no number to ask about yet", range,
        remedy: "`predict`, `forward` and `step` make them")
    }
    if let whereabouts = session.whereabouts(of: name) {
      throw error("\(name) is not there any more", range, remedy: whereabouts)
    }
    let names = session.tensorNames.filter { $0.kind != .variable && $0.kind != .output }
    throw error(
      "there is no name '\(name)'", range,
      remedy: Suggestion.question(for: name, in: names.map(\.name))
        ?? "'names' lists the names there are")
  }

  private func index(
    _ selectors: [Expression.Selector], in shape: Shape, _ name: String, _ range: Range<Int>,
    tokens: (Axis, [Int]) -> [String]?
  ) throws -> [Int] {
    if let slice = selectors.first(where: { !$0.isPosition }) {
      throw error(
        "this takes several numbers", slice.range,
        remedy: "why asks about one: give one index for each axis of \(shape)")
    }
    guard selectors.count == shape.rank else {
      let example = name + "[\(WhyLabels.list(shape.axes.map { _ in "0" }))]"
      throw error(
        "\(name) has the axes \(shape): " + Self.missing(shape.rank, selectors.count), range,
        remedy: shape.rank == 0 ? "ask: why \(name)" : "give one index for each, as in \(example)")
    }
    return try zip(selectors, shape.axes).reduce(into: []) { known, next in
      let found = known
      known.append(try position(next.0, next.1) { tokens(next.1, found) })
    }
  }

  private static func missing(_ rank: Int, _ given: Int) -> String {
    rank == 0
      ? "it is one number" : "it needs \(rank) \(rank == 1 ? "index" : "indices"), not \(given)"
  }

  private func position(
    _ selector: Expression.Selector, _ axis: Axis, tokens: () -> [String]?
  ) throws -> Int {
    guard case .position(let expression) = selector else { return 0 }
    let evaluator = Evaluator(
      scope: session, source: source, computation: Computation(session.surroundings))
    let value = try evaluator.value(of: expression)
    let index = try evaluator.placed(expression.range) { try value.wholeNumber() }
    guard index >= -axis.size, index < axis.size else {
      let entries = axis.size == 1 ? "1 entry" : "\(axis.size) entries"
      throw error(
        "index \(index) is outside axis \(axis.name), which has \(entries)", expression.range,
        remedy: "use 0 to \(axis.size - 1)" + (tokens().map { ": " + Self.listed($0) } ?? ""))
    }
    return index < 0 ? index + axis.size : index
  }

  /// `0 The, 1 ·ferry, …`
  private static func listed(_ tokens: [String]) -> String {
    let shown = tokens.prefix(12).enumerated().map { "\($0) \(VisibleText.of($1))" }
    return WhyLabels.list(shown + (tokens.count > shown.count ? ["…"] : []))
  }
}

extension Expression.Selector {
  fileprivate var isPosition: Bool {
    guard case .position = self else { return false }
    return true
  }
}
