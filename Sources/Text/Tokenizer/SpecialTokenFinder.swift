/// Finds the texts of special tokens in bytes: the leftmost, and there the longest.
struct SpecialTokenFinder {
  private let candidates: [(text: [UInt8], id: Int)]
  /// Whether a special token starts with this byte.
  private var starts = [Bool](repeating: false, count: 256)

  init(_ specialTokens: [SpecialToken]) {
    candidates = specialTokens.map { (Array($0.text.utf8), $0.id) }
      .sorted { ($1.text.count, $0.id) < ($0.text.count, $1.id) }
    for (text, _) in candidates { starts[Int(text[0])] = true }
  }

  /// Where the next special token at or after `start` stands, and its id.
  func next(in bytes: [UInt8], from start: Int) -> (Range<Int>, id: Int)? {
    for place in start..<bytes.count where starts[Int(bytes[place])] {
      for (text, id) in candidates where bytes[place...].starts(with: text) {
        return (place..<(place + text.count), id)
      }
    }
    return nil
  }
}
