extension Tokenizer {
  /// The token ids of `text`. With `allowSpecial`, the text of a special token becomes that token;
  /// without, it is encoded like any other text, so that nobody can write one into a prompt.
  package func encode(_ text: String, allowSpecial: Bool = false) -> [Int] {
    encode(bytes: Array(text.utf8), allowSpecial: allowSpecial)
  }

  /// The token ids of any bytes, UTF-8 or not; `decode` gives the same bytes back.
  package func encode(bytes: [UInt8], allowSpecial: Bool = false) -> [Int] {
    var encoder = TokenEncoder(self)
    return encoder.encode(bytes: bytes, allowSpecial: allowSpecial)
  }
}

/// Encodes many texts with one tokenizer and remembers the pieces that it has met, which makes it
/// several times faster than encoding them one by one. The ids are the same.
package struct TokenEncoder {
  package let tokenizer: Tokenizer
  private var known: [PieceKey: [Int32]] = [:]
  private let specials: SpecialTokenFinder

  /// Longer pieces are rare, and more than so many distinct ones are noise: neither is remembered.
  private static let longestKnown = 64
  private static let mostKnown = 1 << 17

  package init(_ tokenizer: Tokenizer) {
    self.tokenizer = tokenizer
    specials = SpecialTokenFinder(tokenizer.specialTokens)
  }

  /// As `Tokenizer.encode(_:allowSpecial:)`.
  package mutating func encode(_ text: String, allowSpecial: Bool = false) -> [Int] {
    encode(bytes: Array(text.utf8), allowSpecial: allowSpecial)
  }

  /// As `Tokenizer.encode(bytes:allowSpecial:)`.
  package mutating func encode(bytes: [UInt8], allowSpecial: Bool = false) -> [Int] {
    var ids: [Int] = []
    ids.reserveCapacity(bytes.count / 3)
    var start = 0
    if allowSpecial {
      while let (range, id) = specials.next(in: bytes, from: start) {
        appendOrdinary(bytes, start..<range.lowerBound, to: &ids)
        ids.append(id)
        start = range.upperBound
      }
    }
    appendOrdinary(bytes, start..<bytes.count, to: &ids)
    return ids
  }

  private mutating func appendOrdinary(_ bytes: [UInt8], _ range: Range<Int>, to ids: inout [Int]) {
    bytes.withUnsafeBufferPointer { buffer in
      PreTokenizer.forEachPiece(in: buffer, range: range) { piece, _ in
        for id in tokens(of: PieceKey(bytes: bytes[piece])) { ids.append(Int(id)) }
      }
    }
  }

  private mutating func tokens(of piece: PieceKey) -> [Int32] {
    guard piece.bytes.count <= Self.longestKnown else { return tokenizer.merged(piece.bytes) }
    if let tokens = known[piece] { return tokens }
    let tokens = tokenizer.merged(piece.bytes)
    if known.count < Self.mostKnown { known[piece.copied] = tokens }
    return tokens
  }
}
