/// The encoding that most old files which are not UTF-8 are in (WHATWG Encoding, index windows-1252).
///
/// Bytes 0x80–0x9F are punctuation; the five that the table leaves open stand for themselves, so
/// that every byte has exactly one scalar and the way back is exact.
package enum Windows1252 {
  /// The scalars of bytes 0x80–0x9F.
  private static let high: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
  ]

  /// The scalar that `byte` stands for.
  package static func scalar(of byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    return Unicode.Scalar(high[Int(byte) - 0x80]) ?? Unicode.Scalar(byte)
  }

  /// The byte that stands for `scalar`, or nil where the encoding has none.
  package static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    let value = scalar.value
    if value < 0x80 || (0xA0...0xFF).contains(value) { return UInt8(value) }
    if let index = high.firstIndex(of: value) { return UInt8(0x80 + index) }
    return nil
  }

  /// Every byte as its scalar; never fails.
  package static func decode(_ bytes: some Sequence<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(scalar(of: byte)) }
    return String(text)
  }
}
