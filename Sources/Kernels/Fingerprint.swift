/// 64 bits that stand for a sequence of bytes: what "the same bits" means everywhere in Glassbox.
///
/// 32 FNV-1a lanes over 32-bit little-endian words, the lane of a word depending on its index alone,
/// folded in order with the byte count. Every step of a lane is a bijection, so a single changed word
/// always changes its lane, and all but certainly the fold. It detects accidents, not adversaries.
package struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  package let value: UInt64

  private static let basis: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x0000_0100_0000_01b3

  package init(value: UInt64) { self.value = value }

  /// Of raw memory.
  package init(bytes: UnsafeRawBufferPointer) {
    let words = bytes.count / 4
    var lanes = Lanes()
    var word = 0
    #if !SCALAR_KERNELS
      while word + Lanes.count <= words {
        lanes.takeRow(bytes, from: word)
        word += Lanes.count
      }
    #endif
    while word < words {
      lanes.take(bytes, word: word)
      word += 1
    }
    var hash = Self.basis
    for byte in bytes[(words * 4)...] { hash = (hash ^ UInt64(byte)) &* Self.prime }
    for lane in 0..<Lanes.count { hash = (hash ^ lanes[lane]) &* Self.prime ^ (hash >> 29) }
    value = (hash ^ UInt64(bytes.count)) &* Self.prime
  }

  /// Four groups of eight: a processor begins with one while it still multiplies another.
  private struct Lanes {
    #if SCALAR_KERNELS
      typealias Group = Eight<UInt64>
    #else
      typealias Group = SIMD8<UInt64>
    #endif
    static let count = 32
    private var groups = (start, start, start, start)
    private static var start: Group { Group(repeating: basis) }

    subscript(lane: Int) -> UInt64 {
      withUnsafeBytes(of: groups) { $0.load(fromByteOffset: lane * 8, as: UInt64.self) }
    }

    mutating func take(_ bytes: UnsafeRawBufferPointer, word: Int) {
      let lane = word % Self.count
      let one = UInt64(bytes.loadUnaligned(fromByteOffset: word * 4, as: UInt32.self).littleEndian)
      let next = (self[lane] ^ one) &* prime
      withUnsafeMutableBytes(of: &groups) {
        $0.storeBytes(of: next, toByteOffset: lane * 8, as: UInt64.self)
      }
    }

    #if !SCALAR_KERNELS
      /// A word for each lane.
      @inline(__always)
      mutating func takeRow(_ bytes: UnsafeRawBufferPointer, from word: Int) {
        Self.take(bytes, word, into: &groups.0)
        Self.take(bytes, word + 8, into: &groups.1)
        Self.take(bytes, word + 16, into: &groups.2)
        Self.take(bytes, word + 24, into: &groups.3)
      }

      @inline(__always)
      private static func take(
        _ bytes: UnsafeRawBufferPointer, _ word: Int, into group: inout Group
      ) {
        let eight = bytes.loadUnaligned(fromByteOffset: word * 4, as: SIMD8<UInt32>.self)
        group = (group ^ Group(truncatingIfNeeded: eight)) &* prime
      }
    #endif
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
