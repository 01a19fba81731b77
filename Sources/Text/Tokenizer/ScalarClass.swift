/// What the pre-tokenizer's regular expression asks of a character: `\p{L}`, `\p{N}`, `\s`, or none
/// of them.
package enum ScalarClass: Sendable {
  case letter, number, whitespace, other

  /// The class of a Unicode scalar, by its general category and its White_Space property.
  package init(_ scalar: Unicode.Scalar) {
    if scalar.value < 0x80 {
      self.init(ascii: UInt8(truncatingIfNeeded: scalar.value))
    } else if scalar.properties.isWhitespace {
      self = .whitespace
    } else {
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
        self = .letter
      case .decimalNumber, .letterNumber, .otherNumber: self = .number
      default: self = .other
      }
    }
  }

  /// The class of a byte below 0x80.
  package init(ascii byte: UInt8) {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A: self = .letter
    case 0x20, 0x09...0x0D: self = .whitespace
    case 0x30...0x39: self = .number
    default: self = .other
    }
  }
}

/// One character of a byte sequence that may or may not be UTF-8.
struct ClassifiedScalar {
  let scalarClass: ScalarClass
  /// How many bytes it takes.
  let length: Int

  /// The character that starts at `start`. A byte that begins no well-formed UTF-8 sequence is a
  /// character of its own, of class `other`.
  init(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    let first = bytes[start]
    if first < 0x80 {
      scalarClass = ScalarClass(ascii: first)
      length = 1
    } else if let (scalar, length) = Self.decode(at: start, in: bytes) {
      scalarClass = ScalarClass(scalar)
      self.length = length
    } else {
      scalarClass = .other
      length = 1
    }
  }

  /// The well-formed sequence of two to four bytes at `start` (Unicode 16, table 3-7), or nil.
  private static func decode(
    at start: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (Unicode.Scalar, length: Int)? {
    let first = UInt32(bytes[start])
    let length: Int
    var value: UInt32
    switch first {
    case 0xC2...0xDF: (length, value) = (2, first & 0x1F)
    case 0xE0...0xEF: (length, value) = (3, first & 0x0F)
    case 0xF0...0xF4: (length, value) = (4, first & 0x07)
    default: return nil
    }
    guard start + length <= bytes.count else { return nil }
    for place in (start + 1)..<(start + length) {
      let byte = UInt32(bytes[place])
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | byte & 0x3F
    }
    let smallest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard value >= smallest, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }
}
