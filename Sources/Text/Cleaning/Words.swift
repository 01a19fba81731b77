/// A word of a text: where its bytes are, and a hash in which ASCII case makes no difference.
package struct Word: Equatable, Sendable {
  package let start: Int
  package let end: Int
  package let hash: UInt64
  /// Whether one of its characters is a letter (ASCII, or anything beyond ASCII).
  package let hasLetter: Bool
}

/// Cuts UTF-8 into words: runs of letters, digits, and whatever lies beyond ASCII except
/// punctuation (U+00A0–U+00BF, U+2000–U+206F).
package enum Words {
  /// The words of `bytes` in order; time grows with the bytes.
  package static func scan(_ bytes: [UInt8]) -> [Word] {
    bytes.withUnsafeBufferPointer { bytes in
      var words: [Word] = []
      words.reserveCapacity(bytes.count / 6)
      var index = 0
      while index < bytes.count {
        guard width(bytes, index) > 0 else {
          index += 1
          continue
        }
        let start = index
        var hash = TextHash()
        var hasLetter = false
        while index < bytes.count {
          let step = width(bytes, index)
          if step == 0 { break }
          for offset in 0..<step {
            let byte = bytes[index + offset]
            let isUpper = byte >= 0x41 && byte <= 0x5A
            hash.combine(isUpper ? byte | 0x20 : byte)
            if byte > 0x39 { hasLetter = true }
          }
          index += step
        }
        words.append(Word(start: start, end: index, hash: hash.value, hasLetter: hasLetter))
      }
      return words
    }
  }

  /// How many bytes of a word begin at `index`: 0 at a separator.
  @inline(__always)
  private static func width(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x80 {
      let lower = byte | 0x20
      let isLetter = lower >= 0x61 && lower <= 0x7A
      return isLetter || (byte >= 0x30 && byte <= 0x39) ? 1 : 0
    }
    if byte < 0xC0 { return 0 }
    if byte == 0xC2 { return 0 }
    let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    if index + length > bytes.count { return 0 }
    if byte == 0xE2 && bytes[index + 1] <= 0x81 { return 0 }
    return length
  }
}
