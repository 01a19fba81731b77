extension Tidewick {
  /// UTF-8 read as Windows-1252, the commonest damage of text on the web.
  enum Mojibake {
    /// Curly quotes, apostrophes and degree signs: the characters that the misreading shows on.
    static func typeset(_ text: String) -> String {
      var out = ""
      var before: Character = "\n"
      var inTag = false
      let plain = text.replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
        .replacing(" degrees", with: "°")
      for character in plain {
        if character == "<" { inTag = true }
        switch character {
        case "\"" where !inTag:
          out += " \n(>".contains(before) ? "\u{201C}" : "\u{201D}"
        case "'" where !inTag: out += "\u{2019}"
        default: out.append(character)
        }
        if character == ">" { inTag = false }
        before = character
      }
      return out
    }

    /// Each byte of the UTF-8 as the Windows-1252 character of that number. The five bytes that
    /// Windows-1252 leaves open become control characters, as browsers do (WHATWG, Encoding).
    static func misread(_ text: String) -> String {
      var out = String.UnicodeScalarView()
      for byte in text.utf8 {
        let code = (0x80..<0xA0).contains(byte) ? high[Int(byte) - 0x80] : UInt32(byte)
        out.append(Unicode.Scalar(code) ?? "?")
      }
      return String(out)
    }

    /// Windows-1252 from 0x80 to 0x9F.
    private static let high: [UInt32] = [
      0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
      0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
      0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
      0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]
  }
}
