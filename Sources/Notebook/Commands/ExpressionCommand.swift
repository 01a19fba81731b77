import ArgumentParser

/// A command whose remaining words are an expression. In a cell they are taken as typed, with
/// their quotes.
package protocol ExpressionCommand: CellCommand {
  var words: [String] { get }
}

extension ExpressionCommand {
  /// The expression as it was typed, except for the blanks between words.
  var expression: String { words.joined(separator: " ").trimmingBlanks }

  /// The expression's value as a tensor with at least one element.
  func tensor(in session: Session) throws -> LabelledTensor {
    let value = try session.evaluate(expression: expression)
    do {
      let labelled = try value.tensorValue()
      guard labelled.shape.count > 0 else { throw Complaint("\(labelled.shape) has no elements") }
      return labelled
    } catch let complaint as Complaint {
      throw ExpressionError(
        complaint.message, remedy: complaint.remedy, source: expression,
        range: 0..<max(expression.count, 1))
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
