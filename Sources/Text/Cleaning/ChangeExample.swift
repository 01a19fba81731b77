/// A few words of one document before and after a stage, around the first place where they differ.
package struct ChangeExample: Codable, Equatable, Sendable {
  package let id: String
  package let before: String
  package let after: String

  /// Bytes shown before the first difference, and after it.
  private static let lead = 40
  private static let tail = 200

  /// Cuts the excerpt out of two whole texts.
  package init(id: String, before: String, after: String) {
    self.id = id
    let old = Array(before.utf8)
    let new = Array(after.utf8)
    let shorter = min(old.count, new.count)
    var difference = 0
    while difference < shorter && old[difference] == new[difference] { difference += 1 }
    self.before = Self.excerpt(old, around: difference)
    self.after = Self.excerpt(new, around: difference)
  }

  private static func excerpt(_ bytes: [UInt8], around index: Int) -> String {
    var start = max(0, index - lead)
    var end = min(bytes.count, index + tail)
    while start > 0 && bytes[start] & 0xC0 == 0x80 { start -= 1 }
    while end < bytes.count && bytes[end] & 0xC0 == 0x80 { end += 1 }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    return (start > 0 ? "…" : "") + text + (end < bytes.count ? "…" : "")
  }

  /// `text` with what cannot be seen spelled out (`\r`, `\t`, `\u{FEFF}`), line breaks kept.
  package static func visible(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": shown.unicodeScalars.append(scalar)
      case "\r": shown += "\\r"
      case "\t": shown += "\\t"
      default:
        let isPlain =
          switch scalar.properties.generalCategory {
          case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
            false
          case .spaceSeparator: scalar == " "
          default: true
          }
        if isPlain {
          shown.unicodeScalars.append(scalar)
        } else {
          shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        }
      }
    }
    return shown
  }
}
