/// The lines of one cell as they are typed: a cell goes on while a bracket of its expression is open,
/// or behind a line that ends with a backslash.
package struct CellLines {
  private var lines: [String]

  package init(_ first: String) { lines = [first] }

  /// What follows. An empty line ends the cell.
  package mutating func add(_ line: String) { lines.append(line) }

  /// The cell's text, without the backslashes at line ends and a final empty line.
  package var text: String {
    var lines = lines
    while lines.count > 1, lines.last?.allSatisfy(\.isWhitespace) ?? false { lines.removeLast() }
    return lines.map { $0.hasSuffix("\\") && lines.count > 1 ? String($0.dropLast()) : $0 }
      .joined(separator: "\n")
  }

  fileprivate var isEnded: Bool {
    lines.count > 1 && lines.last?.allSatisfy(\.isWhitespace) ?? false
  }

  fileprivate var endsWithBackslash: Bool { lines.last?.hasSuffix("\\") ?? false }
}

extension Session {
  /// Whether the cell goes on in another line. An answer to a lesson's question never does.
  package func isUnfinished(_ cell: CellLines) -> Bool {
    guard !cell.isEnded, lesson?.isAsking != true else { return false }
    let text = cell.text
    guard text.count <= Lexer.lengthLimit else { return false }
    return cell.endsWithBackslash || hasOpenBracket(text)
  }

  /// What is shown before a line that goes on with the cell.
  package var continuationPrompt: String {
    String(repeating: " ", count: max(prompt.count - 5, 0)) + "...: "
  }

  private func hasOpenBracket(_ text: String) -> Bool {
    switch kind(of: text) {
    case .expression, .assignment: return Self.openBrackets(in: text) > 0
    case .command(let name):
      return isExpression(name) && Self.openBrackets(in: text) > 0
    case .magic(TimeMagic.name, let range):
      return hasOpenBracket(String(text.dropFirst(range.upperBound)))
    case .magic, .blank, .help, .unknownCommand: return false
    }
  }

  /// How many brackets are open at the end; none if a text is open, which cannot go on.
  private static func openBrackets(in text: String) -> Int {
    var depth = 0
    var quote: Character?
    var (isEscaped, isComment) = (false, false)
    for character in text {
      if character.isNewline { isComment = false }
      if isComment { continue }
      if isEscaped {
        isEscaped = false
      } else if let open = quote {
        if character == "\\" { isEscaped = true }
        if character == open { quote = nil }
      } else {
        switch character {
        case "\"", "'": quote = character
        case "#": isComment = true
        case "(", "[": depth += 1
        case ")", "]": depth -= 1
        default: break
        }
      }
    }
    return quote == nil ? depth : 0
  }
}
