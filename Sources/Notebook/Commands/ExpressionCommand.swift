import ArgumentParser

/// A command whose remaining words are an expression. In a cell they are taken as typed, with
/// their quotes.
package protocol ExpressionCommand: CellCommand {
  var words: [String] { get }
}

extension ExpressionCommand {
  /// The expression as it was typed, except for the blanks between words.
  var expression: String {
    words.map { $0.hasPrefix(" -") ? String($0.dropFirst()) : $0 }.joined(separator: " ")
      .trimmingBlanks
  }

  /// Runs `body`; its complaint is about the whole expression.
  func placed<Result>(_ body: () throws -> Result) throws -> Result {
    try placed(expression, body)
  }

  private func placed<Result>(_ source: String, _ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let complaint as Complaint {
      throw ExpressionError(
        complaint.message, remedy: complaint.remedy, source: source, range: 0..<max(source.count, 1)
      )
    }
  }

  /// The expression's value as a tensor with at least one element.
  func tensor(in session: Session) throws -> LabelledTensor {
    try tensor(of: expression, in: session)
  }

  private func tensor(of source: String, in session: Session) throws -> LabelledTensor {
    let value = try session.evaluate(expression: source)
    return try placed(source) {
      let labelled = try value.tensorValue()
      guard labelled.shape.count > 0 else { throw Complaint("\(labelled.shape) has no elements") }
      return labelled
    }
  }

  /// The tensors of one expression, or of several names and patterns with blanks between. There is
  /// at least one.
  func tensors(in session: Session) throws -> [(name: String, labelled: LabelledTensor)] {
    func isExpression(_ text: String) -> Bool { (try? Parser.parse(text)) != nil }
    let parts = expression.split(whereSeparator: \.isWhitespace).map(String.init)
    let areSeveral =
      !isExpression(expression) && !parts.isEmpty
      && parts.allSatisfy { Glob.isPattern($0) || isExpression($0) }
    guard areSeveral else { return [(expression, try tensor(in: session))] }
    return try parts.flatMap { part -> [(name: String, labelled: LabelledTensor)] in
      guard !isExpression(part) else {
        return [(name: part, labelled: try tensor(of: part, in: session))]
      }
      let names = session.tensorNames.map(\.name).filter { Glob.matches($0, part) }
      guard !names.isEmpty else { throw NoSuchNames(pattern: part, suggestion: nil) }
      return try names.map { (name: $0, labelled: try tensor(of: $0, in: session)) }
    }
  }
}

extension CellCommand {
  /// The word that calls it.
  package static var name: String { configuration.commandName ?? _commandName }
}

extension String {
  /// Without blanks at both ends.
  var trimmingBlanks: String {
    String(drop(while: \.isWhitespace)).trimmingTrailingBlanks
  }
}
