/// A 64-bit hash of bytes that is the same on every machine and in every year, unlike Swift's own
/// `Hasher`: FNV-1a, then the finaliser of MurmurHash3 to spread the bits.
package struct TextHash: Sendable {
  package private(set) var state: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  /// Takes in one byte.
  @inline(__always)
  package mutating func combine(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// The hash of the bytes taken in so far.
  @inline(__always)
  package var value: UInt64 { Self.mix(state) }

  /// The hash of the UTF-8 bytes of `text`.
  package static func of(_ text: String) -> UInt64 {
    var hash = TextHash()
    for byte in text.utf8 { hash.combine(byte) }
    return hash.value
  }

  /// A bijection of 64-bit words in which each input bit reaches every output bit.
  @inline(__always)
  package static func mix(_ word: UInt64) -> UInt64 {
    var word = word
    word = (word ^ (word >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    word = (word ^ (word >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return word ^ (word >> 33)
  }
}
