/// 64 bits that stand for a sequence of bytes: what "the same bits" means everywhere in Glassbox.
///
/// Eight FNV-1a lanes over 32-bit little-endian words, the lane of a word depending on its index
/// alone, folded in order with the byte count. Every step is a bijection of the running value, so a
/// single changed word always changes the fingerprint. It detects accidents, not adversaries.
package struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  package let value: UInt64

  private static let basis: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x0000_0100_0000_01b3

  package init(value: UInt64) { self.value = value }

  /// Of raw memory.
  package init(bytes: UnsafeRawBufferPointer) {
    var lanes = Lanes()
    lanes.take(bytes, words: bytes.count / 4)
    self = lanes.fold(tail: UnsafeRawBufferPointer(rebasing: bytes[(bytes.count / 4 * 4)...]))
  }

  /// Of the first `ends[0]` bytes, of the first `ends[1]`, and so on, in one pass.
  /// - Precondition: `ends` ascend, are multiples of 4, and lie in `bytes`.
  package static func prefixes(
    of bytes: UnsafeRawBufferPointer, ends: [Int]
  ) -> [Fingerprint] {
    var lanes = Lanes()
    return ends.map { end in
      precondition(end % 4 == 0 && end <= bytes.count, "a prefix of \(end) bytes")
      lanes.take(bytes, words: end / 4)
      return lanes.fold(tail: UnsafeRawBufferPointer(rebasing: bytes[end..<end]))
    }
  }

  /// The running value over the first words of some bytes.
  private struct Lanes {
    #if SCALAR_KERNELS
      var lanes = Eight<UInt64>(repeating: Fingerprint.basis)
    #else
      var lanes = SIMD8<UInt64>(repeating: Fingerprint.basis)
    #endif
    var word = 0

    /// Goes on to the first `words` words.
    mutating func take(_ bytes: UnsafeRawBufferPointer, words: Int) {
      #if !SCALAR_KERNELS
        while word < words && word % 8 != 0 { takeOne(bytes) }
        while word + 8 <= words {
          let eight = bytes.loadUnaligned(fromByteOffset: word * 4, as: SIMD8<UInt32>.self)
          lanes = (lanes ^ SIMD8<UInt64>(truncatingIfNeeded: eight)) &* Fingerprint.prime
          word += 8
        }
      #endif
      while word < words { takeOne(bytes) }
    }

    private mutating func takeOne(_ bytes: UnsafeRawBufferPointer) {
      let one = UInt64(bytes.loadUnaligned(fromByteOffset: word * 4, as: UInt32.self).littleEndian)
      lanes[word % 8] = (lanes[word % 8] ^ one) &* Fingerprint.prime
      word += 1
    }

    /// With the bytes behind the words, fewer than four.
    func fold(tail: UnsafeRawBufferPointer) -> Fingerprint {
      var hash = Fingerprint.basis
      for byte in tail { hash = (hash ^ UInt64(byte)) &* Fingerprint.prime }
      for lane in 0..<8 { hash = (hash ^ lanes[lane]) &* Fingerprint.prime ^ (hash >> 29) }
      return Fingerprint(value: (hash ^ UInt64(word * 4 + tail.count)) &* Fingerprint.prime)
    }
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
