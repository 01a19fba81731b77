/// Repairs text whose UTF-8 bytes were once read as Windows-1252 (`cafÃ©`, `itâ€™s`), by going
/// the same way back where that gives valid UTF-8 and a likely character.
package enum MojibakeRepair {
  /// The repaired text and how many characters were restored; twice-broken text is repaired twice.
  package static func repair(_ text: String) -> (text: String, restored: Int) {
    var text = text
    var restored = 0
    for _ in 0..<3 {
      guard hasLead(text) else { break }
      let pass = repairOnce(text)
      if pass.restored == 0 { break }
      text = pass.text
      restored += pass.restored
    }
    return (text, restored)
  }

  /// Whether a scalar U+00C2–U+00F4 occurs at all: as UTF-8 it begins with byte 0xC3, and 0xC2's
  /// own mark `Â` is C3 82.
  private static func hasLead(_ text: String) -> Bool {
    text.utf8.contains(0xC3)
  }

  private static func repairOnce(_ text: String) -> (text: String, restored: Int) {
    let scalars = Array(text.unicodeScalars)
    var output = String.UnicodeScalarView()
    var restored = 0
    var index = 0
    var isAfterRepair = false
    while index < scalars.count {
      if let (scalar, length) = character(in: scalars, at: index),
        isLikely(scalar) || isAfterRepair || hasTwin(scalars, at: index, length)
      {
        output.append(scalar)
        index += length
        restored += 1
        isAfterRepair = true
      } else {
        output.append(scalars[index])
        // A blank between two broken words does not end a run of them.
        isAfterRepair = isAfterRepair && scalars[index].value <= 0x40
        index += 1
      }
    }
    return (String(output), restored)
  }

  /// The character that the scalars at `index` spell when read as Windows-1252 bytes.
  private static func character(
    in scalars: [Unicode.Scalar], at index: Int
  ) -> (Unicode.Scalar, length: Int)? {
    guard index < scalars.count, (0xC2...0xF4).contains(scalars[index].value) else { return nil }
    let lead = scalars[index].value
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + length <= scalars.count else { return nil }
    var bytes = [UInt8(lead)]
    for offset in 1..<length {
      guard let byte = Windows1252.byte(of: scalars[index + offset]), byte & 0xC0 == 0x80
      else { return nil }
      bytes.append(byte)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    return text.unicodeScalars.first.map { ($0, length) }
  }

  /// Characters that stray into English text often enough to believe in a single one: the letters
  /// and signs of Western Europe, typographic punctuation and symbols, pictures.
  private static func isLikely(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xA0...0xFF, 0x2000...0x2BFF, 0xFB00...0xFB06, 0xFEFF, 0xFFFD, 0x1F000...0x1FAFF: true
    default: false
    }
  }

  /// Any other letter is believed only beside another repair: `Ð¿Ñ€Ð¸` is Russian, but the `É»`
  /// of a French title in guillemets is what it says.
  private static func hasTwin(
    _ scalars: [Unicode.Scalar], at index: Int, _ length: Int
  ) -> Bool {
    character(in: scalars, at: index + length)?.length == length
  }
}
