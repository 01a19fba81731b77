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

  /// A result for a terminal narrower than its lines: these are broken at their blanks, and go on
  /// below where the text behind a label began. Coloured lines were fitted by whoever coloured them.
  package static func fitted(_ text: String, width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let line = String(line)
      guard displayWidth(of: line) > width, !line.contains("\u{1B}") else { return line }
      let label = label(of: line, width: width)
      let margin = displayWidth(of: String(label))
      return label
        + lines(of: String(line.dropFirst(label.count)), width: width - margin)
        .joined(separator: "\n" + String(repeating: " ", count: margin))
    }.joined(separator: "\n")
  }

  /// The beginning of a line up to its text, if it is short: a name and the two blanks or more behind it,
  /// or blanks alone.
  private static func label(of line: String, width: Int) -> Substring {
    let gap = line.first == " " ? nil : line.range(of: "  ")
    let end = gap?.lowerBound ?? line.startIndex
    let label = line[..<(line[end...].firstIndex { $0 != " " } ?? end)]
    return displayWidth(of: String(label)) <= width / 2 ? label : ""
  }

  /// One line broken at its blanks.
  static func lines(of line: String, width: Int) -> [String] {
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    return ValueText.wrapped(words, width: width, gap: 1)
  }
}
