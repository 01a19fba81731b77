import Foundation

extension String {
  /// The text for a terminal that shows ASCII alone: each other character becomes a look-alike or
  /// `?`, as wide as it was.
  package var ascii: String {
    guard !utf8.allSatisfy({ $0 < 0x80 }) else { return self }
    return map { character in
      guard !character.isASCII else { return String(character) }
      let width = displayWidth(of: character)
      return String(repeating: ASCIIText.lookAlike(of: character) ?? "?", count: width)
    }.joined()
  }
}

/// What stands for the characters of the views where only ASCII can be shown.
private enum ASCIIText {
  /// One column of ASCII that looks alike; nil if nothing does.
  static func lookAlike(of character: Character) -> String? {
    if let known = known[character] { return known }
    guard let scalar = character.unicodeScalars.first else { return nil }
    if (0x2800...0x28FF).contains(scalar.value) { return braille(UInt8(scalar.value - 0x2800)) }
    let base = String(character).decomposedStringWithCanonicalMapping.unicodeScalars.first
    return base.flatMap { $0.isASCII ? String($0) : nil }
  }

  /// Dots above, below, both, or many.
  private static func braille(_ dots: UInt8) -> String {
    let upper: UInt8 = 0x01 | 0x02 | 0x08 | 0x10
    if dots.nonzeroBitCount > 4 { return "#" }
    switch (dots & upper != 0, dots & ~upper != 0) {
    case (false, false): return " "
    case (true, false): return "'"
    case (false, true): return "."
    case (true, true): return ":"
    }
  }

  private static let known: [Character: String] = [
    "░": ".", "▒": ":", "▓": "%", "█": "#", "▉": "#", "▊": "#", "▋": "#", "▌": "=", "▍": "=",
    "▎": "-", "▏": "-", "│": "|", "┤": "|", "├": "|", "└": "`", "─": "-", "┌": "+", "┐": "+",
    "┘": "+", "┬": "+", "┴": "+", "┼": "+", "·": "_", "…": "~", "–": "-", "—": "-", "−": "-",
    "×": "x", "→": ">", "←": "<", "↑": "^", "↓": "v", "◀": "<", "▶": ">", "⏎": "$", "⇥": ">",
    "∅": "0", "�": "?", "σ": "s", "Σ": "S", "µ": "u", "μ": "u", "β": "b", "ε": "e", "√": "V",
    "∂": "d", "∞": "8", "±": "+", "≈": "~", "≤": "<", "≥": ">", "≠": "#", "“": "\"", "”": "\"",
    "‘": "'", "’": "'", "²": "2", "³": "3", "•": "*", "▪": "#", "◦": "o", "✓": "v", "✗": "x",
    "⟨": "<", "⟩": ">", "ᵀ": "T", "⠒": "-",
  ]
}
