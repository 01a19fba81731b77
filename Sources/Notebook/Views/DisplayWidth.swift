/// How many columns a terminal gives to a text: two for wide characters and pictures, none for
/// combining marks and control characters. Source: Unicode Standard Annex 11.
package func displayWidth(of text: String) -> Int {
  // Printable ASCII, as nearly all text is, has a column a byte.
  if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
  return text.reduce(0) { $0 + displayWidth(of: $1) }
}

/// The columns of one character: those of its first scalar, two if it is shown as a picture.
package func displayWidth(of character: Character) -> Int {
  let scalars = character.unicodeScalars
  guard let first = scalars.first else { return 0 }
  if first.value < 0x7F { return first.value < 0x20 ? 0 : 1 }
  let isPicture = first.properties.isEmojiPresentation || scalars.contains { $0.value == 0xFE0F }
  if isPicture { return 2 }
  switch first.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control, .surrogate: return 0
  default: return wideRanges.contains { $0.contains(first.value) } ? 2 : 1
  }
}

/// The blocks whose characters are wide or full-width.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
  0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
  0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
  0x1F200...0x1F2FF, 0x20000...0x3FFFD,
]

extension String {
  /// Filled up with blanks on the right to `width` columns.
  package func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - displayWidth(of: self)))
  }

  /// Filled up with blanks on the left to `width` columns.
  package func rightAligned(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - displayWidth(of: self))) + self
  }

  /// Cut to `width` columns; what was cut ends in `…`.
  package func truncated(to width: Int) -> String {
    guard displayWidth(of: self) > width else { return self }
    guard width > 0 else { return "" }
    var kept = ""
    var used = 0
    for character in self {
      let columns = displayWidth(of: character)
      if used + columns > width - 1 { break }
      kept.append(character)
      used += columns
    }
    return kept + "…"
  }

  /// Cut to the last `width` columns; what was cut begins with `…`.
  package func truncatedAtStart(to width: Int) -> String {
    guard displayWidth(of: self) > width else { return self }
    return String(String(reversed()).truncated(to: width).reversed())
  }
}
