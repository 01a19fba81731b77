/// The fingerprint of bytes that come in pieces.
package struct FingerprintStream {
  #if SCALAR_KERNELS
    private typealias Group = Eight<UInt64>
  #else
    private typealias Group = SIMD8<UInt64>
  #endif
  private static let basis: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x0000_0100_0000_01b3
  private static let laneCount = 32

  /// Four groups of eight: a processor begins with one while it still multiplies another.
  private var groups = [Group](repeating: Group(repeating: basis), count: 4)
  private var words = 0
  /// Bytes behind the words, fewer than four.
  private var tail: [UInt8] = []

  package init() {}

  /// Goes on with a piece.
  /// - Precondition: all pieces but the last have a multiple of four bytes.
  package mutating func take(_ bytes: UnsafeRawBufferPointer) {
    precondition(tail.isEmpty, "bytes after a last piece")
    let count = bytes.count / 4
    var next = 0
    #if !SCALAR_KERNELS
      while next < count && words % Self.laneCount != 0 { takeWord(bytes, &next) }
      takeRows(bytes, &next)
    #endif
    while next < count { takeWord(bytes, &next) }
    tail = Array(bytes[(count * 4)...])
  }

  #if !SCALAR_KERNELS
    /// As many words at a time as there are lanes, as long as there are so many.
    private mutating func takeRows(_ bytes: UnsafeRawBufferPointer, _ next: inout Int) {
      var (a, b, c, d) = (groups[0], groups[1], groups[2], groups[3])
      let first = next
      while next + Self.laneCount <= bytes.count / 4 {
        Self.take(bytes, next, into: &a)
        Self.take(bytes, next + 8, into: &b)
        Self.take(bytes, next + 16, into: &c)
        Self.take(bytes, next + 24, into: &d)
        next += Self.laneCount
      }
      groups = [a, b, c, d]
      words += next - first
    }

    @inline(__always)
    private static func take(
      _ bytes: UnsafeRawBufferPointer, _ word: Int, into group: inout Group
    ) {
      let eight = bytes.loadUnaligned(fromByteOffset: word * 4, as: SIMD8<UInt32>.self)
      group = (group ^ Group(truncatingIfNeeded: eight)) &* prime
    }
  #endif

  private mutating func takeWord(_ bytes: UnsafeRawBufferPointer, _ next: inout Int) {
    let word = UInt64(bytes.loadUnaligned(fromByteOffset: next * 4, as: UInt32.self).littleEndian)
    let (group, lane) = (words % Self.laneCount / 8, words % 8)
    groups[group][lane] = (groups[group][lane] ^ word) &* Self.prime
    words += 1
    next += 1
  }

  /// Of everything taken.
  package var fingerprint: Fingerprint {
    var hash = Self.basis
    for byte in tail { hash = (hash ^ UInt64(byte)) &* Self.prime }
    for lane in 0..<Self.laneCount {
      hash = (hash ^ groups[lane / 8][lane % 8]) &* Self.prime ^ (hash >> 29)
    }
    return Fingerprint(value: (hash ^ UInt64(words * 4 + tail.count)) &* Self.prime)
  }
}
