/// Sentences for a terminal.
package enum Prose {
  /// The text with each line that is wider than `width` broken at its blanks. Indented lines, such as a
  /// quoted cell and the mark below it, stay as they are.
  package static func wrapped(_ text: String, width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard displayWidth(of: String(line)) > width, line.first != " " else { return String(line) }
      return lines(of: String(line), width: width).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// One line broken at its blanks.
  static func lines(of line: String, width: Int) -> [String] {
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    return ValueText.wrapped(words, width: width, gap: 1)
  }
}
