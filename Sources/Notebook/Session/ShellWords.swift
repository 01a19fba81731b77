/// Splits a cell into words as a shell does: blanks separate, quotes keep together.
package enum ShellWords {
  /// A quote that nobody closed.
  package struct UnclosedQuote: Error, CustomStringConvertible {
    package let quote: Character
    package let column: Int
    package var description: String {
      "column \(column): this \(quote) is never closed; add a second \(quote)"
    }
  }

  /// `"…"` knows `\"`, `\\`, `\n` and `\t`; inside `'…'` everything stands for itself.
  package static func split(_ line: String) throws -> [String] {
    try split(line, keepingQuotes: false)
  }

  /// The words of a command's cell. A command that takes an expression gets its words as they were
  /// typed, quotes and all, and a `-` that begins no long option as a minus sign.
  /// - Parameter isExpression: whether the command of this name takes an expression
  package static func split(_ line: String, isExpression: (String) -> Bool) throws -> [String] {
    let first = line.drop(while: \.isWhitespace).prefix { !$0.isWhitespace }
    guard isExpression(String(first)) else { return try split(line) }
    return try split(line, keepingQuotes: true).map { word in
      let isMinus = word.hasPrefix("-") && !isOption(word)
      return isMinus ? " " + word : word
    }
  }

  private static func isOption(_ word: String) -> Bool {
    word == "-h" || (word.hasPrefix("--") && word.dropFirst(2).first?.isLetter ?? false)
  }

  private static func split(_ line: String, keepingQuotes: Bool) throws -> [String] {
    var words: [String] = []
    var word: String?
    var quote: (character: Character, column: Int)?
    var escaped = false
    for (position, character) in line.enumerated() {
      if escaped {
        word = (word ?? "") + unescaped(character, quote?.character, keepingQuotes)
        escaped = false
      } else if character == "\\", quote?.character != "'" || keepingQuotes {
        escaped = true
      } else if let open = quote {
        if character == open.character { quote = nil }
        if character != open.character || keepingQuotes { word?.append(character) }
      } else if character == "\"" || character == "'" {
        quote = (character, position + 1)
        word = (word ?? "") + (keepingQuotes ? String(character) : "")
      } else if character.isWhitespace {
        if let finished = word { words.append(finished) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let open = quote { throw UnclosedQuote(quote: open.character, column: open.column) }
    if escaped { word = (word ?? "") + "\\" }
    if let finished = word { words.append(finished) }
    return words
  }

  private static func unescaped(
    _ character: Character, _ quote: Character?, _ keepingQuotes: Bool
  ) -> String {
    if keepingQuotes { return "\\" + String(character) }
    switch character {
    case "n" where quote != nil: return "\n"
    case "t" where quote != nil: return "\t"
    default: return String(character)
    }
  }
}
