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
  /// The pieces met so far.
  private var pieces = PieceTable()
  /// The tokens of all `pieces`, one piece after the other.
  private var tokens: [Int32] = []
  /// Where the tokens of each piece begin, and at last where they all end.
  private var bounds = [0]
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
      PreTokenizer.forEachPiece(in: buffer, range: range) { range, _ in
        append(UnsafeBufferPointer(rebasing: buffer[range]), to: &ids)
      }
    }
  }

  private mutating func append(_ piece: UnsafeBufferPointer<UInt8>, to ids: inout [Int]) {
    guard piece.count <= Self.longestKnown else {
      return ids.append(contentsOf: tokenizer.merged(ArraySlice(piece)).lazy.map(Int.init))
    }
    if let number = pieces.number(of: piece) {
      for place in bounds[number]..<bounds[number + 1] { ids.append(Int(tokens[place])) }
      return
    }
    let made = tokenizer.merged(ArraySlice(piece))
    ids.append(contentsOf: made.lazy.map(Int.init))
    guard pieces.count < Self.mostKnown else { return }
    pieces.add(piece)
    tokens += made
    bounds.append(tokens.count)
  }
}
