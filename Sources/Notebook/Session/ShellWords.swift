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
    var words: [String] = []
    var word: String?
    var quote: (character: Character, column: Int)?
    var escaped = false
    for (position, character) in line.enumerated() {
      if escaped {
        word = (word ?? "") + unescaped(character, inQuotes: quote != nil)
        escaped = false
      } else if character == "\\", quote?.character != "'" {
        escaped = true
      } else if let open = quote {
        if character == open.character { quote = nil } else { word?.append(character) }
      } else if character == "\"" || character == "'" {
        quote = (character, position + 1)
        word = word ?? ""
      } else if character.isWhitespace {
        if let finished = word { words.append(finished) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let open = quote { throw UnclosedQuote(quote: open.character, column: open.column) }
    if let finished = word { words.append(finished) }
    return words
  }

  private static func unescaped(_ character: Character, inQuotes: Bool) -> String {
    switch character {
    case "n" where inQuotes: "\n"
    case "t" where inQuotes: "\t"
    default: String(character)
    }
  }
}
