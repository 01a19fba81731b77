/// Cuts text into the pieces inside which merges happen, so that no token spans two words.
///
/// It does by hand what GPT-2's published regular expression does, alternatives in this order:
///
///     's|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+
///
/// The pieces cover the text without gaps. Bytes that are not UTF-8 count as `[^\s\p{L}\p{N}]`.
/// Source: Radford et al., "Language Models are Unsupervised Multitask Learners" (2019), `encoder.py`.
package enum PreTokenizer {
  /// Which alternative of the expression a piece came from.
  package enum Kind: String, Sendable {
    case contraction, letters, numbers, other, whitespace
  }

  /// The pieces of `text`, in order.
  package static func split(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return ranges(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// Where the pieces of `bytes` stand, in order.
  package static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    bytes.withUnsafeBufferPointer { buffer in
      forEachPiece(in: buffer, range: 0..<buffer.count) { range, _ in ranges.append(range) }
    }
    return ranges
  }

  /// Calls `body` with each piece of `range`, in order, as if the text ended where `range` does.
  static func forEachPiece(
    in bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>, _ body: (Range<Int>, Kind) -> Void
  ) {
    let bytes = UnsafeBufferPointer(rebasing: bytes[..<range.upperBound])
    var start = range.lowerBound
    while start < bytes.count {
      let (end, kind) = piece(at: start, in: bytes)
      body(start..<end, kind)
      start = end
    }
  }

  /// The end and the kind of the piece that starts at `start`.
  private static func piece(
    at start: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (end: Int, Kind) {
    let first = ClassifiedScalar(at: start, in: bytes)
    if bytes[start] == quote, let end = contractionEnd(at: start, in: bytes) {
      return (end, .contraction)
    }
    if first.scalarClass != .whitespace {
      return (runEnd(of: first.scalarClass, from: start + first.length, in: bytes), kind(of: first))
    }
    if bytes[start] == space, start + 1 < bytes.count {
      let second = ClassifiedScalar(at: start + 1, in: bytes)
      if second.scalarClass != .whitespace {
        let end = runEnd(of: second.scalarClass, from: start + 1 + second.length, in: bytes)
        return (end, kind(of: second))
      }
    }
    return (whitespaceEnd(from: start, in: bytes), .whitespace)
  }

  private static let quote = UInt8(ascii: "'")
  private static let space = UInt8(ascii: " ")

  private static func kind(of scalar: ClassifiedScalar) -> Kind {
    switch scalar.scalarClass {
    case .letter: .letters
    case .number: .numbers
    case .whitespace: .whitespace
    case .other: .other
    }
  }

  /// `'s|'t|'re|'ve|'m|'ll|'d`: where the contraction at `start` ends, or nil when there is none.
  private static func contractionEnd(
    at start: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard start + 1 < bytes.count else { return nil }
    switch Unicode.Scalar(bytes[start + 1]) {
    case "s", "t", "m", "d": return start + 2
    case "r", "v", "l":
      guard start + 2 < bytes.count else { return nil }
      switch (Unicode.Scalar(bytes[start + 1]), Unicode.Scalar(bytes[start + 2])) {
      case ("r", "e"), ("v", "e"), ("l", "l"): return start + 3
      default: return nil
      }
    default: return nil
    }
  }

  /// Where the characters of one class, starting at `start`, end.
  private static func runEnd(
    of scalarClass: ScalarClass, from start: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var end = start
    while end < bytes.count {
      let next = ClassifiedScalar(at: end, in: bytes)
      if next.scalarClass != scalarClass { break }
      end += next.length
    }
    return end
  }

  /// `\s+(?!\S)|\s+`: all white space at the end of the text, else all but the last character,
  /// which goes with the word that follows, else the only one.
  private static func whitespaceEnd(
    from start: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var end = start
    var last = start
    while end < bytes.count {
      let next = ClassifiedScalar(at: end, in: bytes)
      if next.scalarClass != .whitespace { return last > start ? last : end }
      last = end
      end += next.length
    }
    return end
  }
}
