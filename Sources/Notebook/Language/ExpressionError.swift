/// What is wrong with a cell's expression: what, where, and what to do about it.
package struct ExpressionError: Error, Equatable, CustomStringConvertible {
  package let message: String
  /// What to do, or what was probably meant.
  package let remedy: String?
  /// The whole text that the range points into.
  package let source: String
  /// Where, in characters from the beginning of the text; it may lie just behind the end.
  package let range: Range<Int>

  package init(_ message: String, remedy: String? = nil, source: String, range: Range<Int>) {
    self.message = message
    self.remedy = remedy
    self.source = source
    self.range = range
  }

  /// Counted from 1.
  package var column: Int { range.lowerBound + 1 }

  /// The message, the text with carets under the place, and the remedy.
  package var description: String {
    var lines = [message]
    lines += marked
    if let remedy { lines.append(remedy) }
    return lines.joined(separator: "\n")
  }

  /// How many characters of a long text are shown around the place.
  private static let shown = 70

  private var marked: [String] {
    let characters = source.map { $0.isNewline || $0 == "\t" ? " " : $0 }
    let isLong = characters.count > Self.shown
    let first = isLong ? max(0, min(range.lowerBound - 30, characters.count - Self.shown)) : 0
    let last = min(first + Self.shown, characters.count)
    let line =
      (first > 0 ? "…" : "") + String(characters[first..<last])
      + (last < characters.count ? "…" : "")
    let before = String(characters[first..<min(max(range.lowerBound, first), last)])
    let under = String(
      characters[min(max(range.lowerBound, first), last)..<min(max(range.upperBound, first), last)])
    let indent = (first > 0 ? 1 : 0) + displayWidth(of: before)
    return [
      "  " + line,
      "  " + String(repeating: " ", count: indent)
        + String(repeating: "^", count: max(1, displayWidth(of: under))),
    ]
  }
}
