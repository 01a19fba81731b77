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

  /// The line of the text that the range begins in, and carets under its part of the range.
  private var marked: [String] {
    let characters = Array(source)
    let place = min(range.lowerBound, characters.count)
    let lineStart = (characters[..<place].lastIndex { $0.isNewline }).map { $0 + 1 } ?? 0
    let lineEnd = characters[place...].firstIndex { $0.isNewline } ?? characters.count
    let isLong = lineEnd - lineStart > Self.shown
    let first = isLong ? max(lineStart, min(place - 30, lineEnd - Self.shown)) : lineStart
    let last = min(first + Self.shown, lineEnd)
    func text(_ part: Range<Int>) -> String {
      String(characters[part].map { $0.isWhitespace ? " " : $0 }).harmless
    }
    let indent = (first > lineStart ? 1 : 0) + displayWidth(of: text(first..<place))
    let end = min(max(range.upperBound, place), last)
    return [
      "  " + (first > lineStart ? "…" : "") + text(first..<last) + (last < lineEnd ? "…" : ""),
      "  " + String(repeating: " ", count: indent)
        + String(repeating: "^", count: max(1, displayWidth(of: text(place..<max(end, place))))),
    ]
  }
}
