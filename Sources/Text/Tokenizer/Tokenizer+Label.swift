/// A token as a person reads it.
package struct LabelledToken: Equatable, Sendable, Codable {
  package let id: Int
  package let label: String

  package init(id: Int, label: String) {
    self.id = id
    self.label = label
  }
}

extension Tokenizer {
  /// The token printed on one line, everything visible. Throws `TokenizerError.idOutOfRange`.
  package func label(of id: Int) throws -> String { TokenLabel.text(of: try bytes(of: id)) }

  /// The ids with their labels. Throws `TokenizerError.idOutOfRange`.
  package func labelled(_ ids: [Int]) throws -> [LabelledToken] {
    try ids.map { LabelledToken(id: $0, label: try label(of: $0)) }
  }
}

/// Writes bytes so that each can be seen: a space is `·`, a newline `⏎`, a tab `⇥`; other white space,
/// controls, unassigned characters and a leading combining mark are `\u{301}`; bytes that are not
/// UTF-8 are `\xE2`.
package enum TokenLabel {
  package static func text(of bytes: [UInt8]) -> String {
    var label = ""
    var start = 0
    while start < bytes.count {
      let length = bytes.withUnsafeBufferPointer { ClassifiedScalar(at: start, in: $0).length }
      let part = bytes[start..<(start + length)]
      if length == 1, bytes[start] >= 0x80 {
        label += "\\x" + hexadecimal(UInt32(bytes[start]), digits: 2)
      } else {
        for scalar in String(decoding: part, as: UTF8.self).unicodeScalars {
          label += visible(scalar, first: start == 0)
        }
      }
      start += length
    }
    return label
  }

  private static func visible(_ scalar: Unicode.Scalar, first: Bool) -> String {
    switch scalar {
    case " ": return "·"
    case "\n": return "⏎"
    case "\t": return "⇥"
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark:
      return first ? escaped(scalar) : String(scalar)
    case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator,
      .lineSeparator, .paragraphSeparator:
      return escaped(scalar)
    default: return String(scalar)
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    "\\u{" + hexadecimal(scalar.value, digits: 1) + "}"
  }

  private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
