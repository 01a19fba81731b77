extension Tokenizer {
  /// The bytes that `ids` stand for. Throws `TokenizerError.idOutOfRange`.
  package func decode(_ ids: [Int]) throws -> [UInt8] {
    var decoded: [UInt8] = []
    for id in ids { decoded += try bytes(of: id) }
    return decoded
  }

  /// The text that `ids` stand for, with `U+FFFD` where their bytes are not UTF-8; without the special
  /// tokens if `skipSpecial`. Throws `TokenizerError.idOutOfRange`.
  package func decodeText(_ ids: [Int], skipSpecial: Bool = false) throws -> String {
    let ids = skipSpecial ? ids.filter { !isSpecial($0) } : ids
    return String(decoding: try decode(ids), as: UTF8.self)
  }
}

/// Decodes tokens as they come, holding back the bytes of a character that is not complete yet. The
/// strings it returns, joined, are what `decodeText` returns for all ids at once.
package struct StreamingDecoder: Sendable {
  private let tokenizer: Tokenizer
  private var held: [UInt8] = []

  package init(_ tokenizer: Tokenizer) { self.tokenizer = tokenizer }

  /// The text that is certain once `id` is known; often empty inside a character. Throws
  /// `TokenizerError.idOutOfRange`, and then goes on as if `id` had not come.
  package mutating func add(_ id: Int) throws -> String {
    held += try tokenizer.bytes(of: id)
    let complete = held.count - Self.incompleteSuffix(of: held)
    defer { held.removeFirst(complete) }
    return String(decoding: held[..<complete], as: UTF8.self)
  }

  /// What is left at the end: nothing, or a replacement character for an incomplete one.
  package mutating func finish() -> String {
    defer { held = [] }
    return String(decoding: held, as: UTF8.self)
  }

  /// How many bytes at the end of `bytes` begin a character that more bytes could complete.
  static func incompleteSuffix(of bytes: [UInt8]) -> Int {
    for length in 1...3 where length <= bytes.count {
      let lead = bytes[bytes.count - length]
      if lead & 0xC0 == 0x80 { continue }
      let second = length > 1 ? bytes[bytes.count - length + 1] : nil
      return couldGrow(lead: lead, second: second, length: length) ? length : 0
    }
    return 0
  }

  /// Whether a lead byte with `length` - 1 continuation bytes is the start of a longer, well-formed
  /// sequence (Unicode 16, table 3-7).
  private static func couldGrow(lead: UInt8, second: UInt8?, length: Int) -> Bool {
    switch lead {
    case 0xC2...0xDF: return length < 2
    case 0xE0...0xEF:
      guard let second else { return true }
      let allowed: ClosedRange<UInt8> =
        lead == 0xE0 ? 0xA0...0xBF : lead == 0xED ? 0x80...0x9F : 0x80...0xBF
      return length < 3 && allowed.contains(second)
    case 0xF0...0xF4:
      guard let second else { return true }
      let allowed: ClosedRange<UInt8> =
        lead == 0xF0 ? 0x90...0xBF : lead == 0xF4 ? 0x80...0x8F : 0x80...0xBF
      return length < 4 && allowed.contains(second)
    default: return false
    }
  }
}
