/// 64 bits that stand for a sequence of bytes: what "the same bits" means everywhere in Glassbox.
///
/// 32 FNV-1a lanes over 32-bit little-endian words, the lane of a word depending on its index alone,
/// folded in order with the byte count. Every step of a lane is a bijection, so a single changed word
/// always changes its lane, and all but certainly the fold. It detects accidents, not adversaries.
package struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  package let value: UInt64

  package init(value: UInt64) { self.value = value }

  /// Of raw memory.
  package init(bytes: UnsafeRawBufferPointer) {
    var stream = FingerprintStream()
    stream.take(bytes)
    self = stream.fingerprint
  }

  /// Of a text's UTF-8 bytes.
  package init(_ text: String) {
    var text = text
    self = text.withUTF8 { Fingerprint(bytes: UnsafeRawBufferPointer($0)) }
  }

  /// Of an array's memory; `Element` must be trivial (numbers).
  package init<Element: BitwiseCopyable>(_ elements: [Element]) {
    self = elements.withUnsafeBytes { Fingerprint(bytes: $0) }
  }

  /// Of several fingerprints, in order.
  package init(combining parts: [Fingerprint]) { self.init(parts.map(\.value)) }

  /// Sixteen hexadecimal digits.
  package var description: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension Fingerprint: Codable {
  package init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let fingerprint = Fingerprint(hex: text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not a fingerprint: \(text)"))
    }
    self = fingerprint
  }

  /// The inverse of `description`; nil if `hex` is not sixteen hexadecimal digits.
  package init?(hex: String) {
    guard hex.utf8.count == 16, let value = UInt64(hex, radix: 16) else { return nil }
    self.init(value: value)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
