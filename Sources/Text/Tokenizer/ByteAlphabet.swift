/// The printable stand-ins that GPT-2 gives the 256 bytes, so that a vocabulary can be written as
/// text: `!` to `~`, `¡` to `¬` and `®` to `ÿ` stand for themselves, the other 68 bytes for U+0100
/// upwards. A space is `Ġ`, a newline `Ċ`. Source: Radford et al., "Language Models are
/// Unsupervised Multitask Learners" (2019), `bytes_to_unicode`.
package enum ByteAlphabet {
  /// All 256 bytes in the order of their stand-ins; the order in which they get their token ids.
  package static let bytes: [UInt8] = {
    let themselves = (0...255).filter(standsForItself)
    let others = (0...255).filter { !standsForItself($0) }
    return (themselves + others).map { UInt8($0) }
  }()

  /// The stand-in of each byte, at the byte's own place.
  package static let scalars: [Unicode.Scalar] = {
    var scalars = [Unicode.Scalar](repeating: "\0", count: 256)
    for (place, byte) in bytes.enumerated() {
      let standIn = standsForItself(Int(byte)) ? Int(byte) : 256 + place - 188
      scalars[Int(byte)] = Unicode.Scalar(UInt16(standIn)) ?? "\0"
    }
    return scalars
  }()

  /// The byte of each stand-in U+0000 ..< U+0144, or nil for a scalar that stands for no byte.
  private static let bytesByScalar: [UInt8?] = {
    var bytes = [UInt8?](repeating: nil, count: 256 + 68)
    for byte in 0..<256 { bytes[Int(scalars[byte].value)] = UInt8(byte) }
    return bytes
  }()

  /// `bytes` written with their stand-ins.
  package static func text(of bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(scalars[Int(byte)]) }
    return String(text)
  }

  /// The bytes that `text` stands for, or nil when one of its characters stands for none.
  package static func bytes(of text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      guard scalar.value < bytesByScalar.count, let byte = bytesByScalar[Int(scalar.value)] else {
        return nil
      }
      bytes.append(byte)
    }
    return bytes
  }

  private static func standsForItself(_ byte: Int) -> Bool {
    (33...126).contains(byte) || (161...172).contains(byte) || (174...255).contains(byte)
  }
}
