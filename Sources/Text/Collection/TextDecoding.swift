/// Bytes of a file as text, or the reason why they are none.
package enum TextDecoding {
  /// The encoding a file turned out to be in.
  package enum Encoding: String, Sendable, Codable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case windows1252 = "Windows-1252"
  }

  package enum Outcome: Equatable, Sendable {
    case text(String, Encoding)
    case rejected(String)
  }

  /// How many bytes from the start decide whether a file is binary.
  private static let probe = 65_536

  /// UTF-16 when it carries that mark, UTF-8 when it is valid UTF-8, else Windows-1252.
  ///
  /// A UTF-8 byte-order mark stays as U+FEFF: it is dirt for the clean stage to report. Empty and
  /// binary files (a NUL, or one control character in twenty) are rejected with a reason.
  package static func decode(_ bytes: [UInt8]) -> Outcome {
    if bytes.isEmpty { return .rejected("0 bytes") }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes, .utf16LittleEndian) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes, .utf16BigEndian) }
    if let reason = binaryReason(bytes) { return .rejected(reason) }
    let outcome: Outcome
    if let text = String(validating: bytes, as: UTF8.self) {
      outcome = .text(text, .utf8)
    } else {
      outcome = .text(Windows1252.decode(bytes), .windows1252)
    }
    return outcome.orBlank
  }

  private static func utf16(_ bytes: [UInt8], _ encoding: Encoding) -> Outcome {
    let low = encoding == .utf16LittleEndian ? 0 : 1
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
      UInt16(bytes[$0 + low]) | UInt16(bytes[$0 + 1 - low]) << 8
    }
    guard let text = String(validating: units, as: UTF16.self), !units.contains(0) else {
      return .rejected("binary (a UTF-16 mark, then no UTF-16)")
    }
    return Outcome.text(text, encoding).orBlank
  }

  private static func binaryReason(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(probe)
    if let nul = head.firstIndex(of: 0) { return "binary (a NUL at byte \(nul))" }
    let controls = head.count { $0 < 0x20 && !(0x09...0x0D).contains($0) && $0 != 0x1B }
    guard controls * 20 > head.count else { return nil }
    return "binary (\(controls) control characters in \(head.count) bytes)"
  }
}

extension TextDecoding.Outcome {
  /// A text of nothing but blanks is rejected.
  fileprivate var orBlank: Self {
    guard case .text(let text, _) = self else { return self }
    let isBlank = text.unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0 == "\u{FEFF}"
    }
    return isBlank ? .rejected("only blanks (\(text.utf8.count) bytes)") : self
  }
}
