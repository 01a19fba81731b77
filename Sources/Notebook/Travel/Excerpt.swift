import Foundation

/// A part of a text that is shown for the whole.
enum Excerpt {
  /// The beginning on one line.
  static func text(_ text: String, width: Int) -> String {
    VisibleText.of(text).replacingOccurrences(of: "·", with: " ").truncated(to: width)
  }

  /// The text from the sentence on in which `part` first stands; all of it if it does not.
  static func sentence(with part: String, in text: String) -> String {
    guard !part.isEmpty, let found = text.range(of: part) else { return text }
    let before = text[..<found.lowerBound]
    let start = before.lastIndex { ".!?\n".contains($0) }.map { text.index(after: $0) }
    return String(text[(start ?? text.startIndex)...].drop(while: \.isWhitespace))
  }
}
