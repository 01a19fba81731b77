/// How often each pre-tokenizer piece occurs in a collection of texts. Tokens never span pieces, so
/// this is all that training and measuring a tokenizer need, and it is far smaller than the text.
package struct WordCounts: Sendable {
  /// Each distinct piece, in the order of its first occurrence.
  package var pieces: [ArraySlice<UInt8>] { (0..<table.count).map { table[$0] } }
  /// How often each of `pieces` occurs.
  package private(set) var counts: [Int] = []
  /// The length of all texts together.
  package private(set) var byteCount = 0
  /// Words as a reader counts them: runs of characters between white space.
  package private(set) var readerWordCount = 0
  private var table = PieceTable()

  package init() {}

  /// The counts of `texts`, which are cut one by one: no piece spans two of them.
  package init(texts: [String]) {
    for text in texts { add(text) }
  }

  /// Adds all pieces of `text`.
  package mutating func add(_ text: String) {
    add(bytes: Array(text.utf8))
  }

  /// Adds all pieces of `bytes`, which need not be UTF-8.
  package mutating func add(bytes: [UInt8]) {
    byteCount += bytes.count
    var afterWhitespace = true
    bytes.withUnsafeBufferPointer { buffer in
      PreTokenizer.forEachPiece(in: buffer, range: 0..<buffer.count) { range, kind in
        add(UnsafeBufferPointer(rebasing: buffer[range]))
        if kind == .whitespace {
          afterWhitespace = true
        } else {
          if afterWhitespace || bytes[range.lowerBound] == UInt8(ascii: " ") {
            readerWordCount += 1
          }
          afterWhitespace = false
        }
      }
    }
  }

  /// How often `piece` occurs; 0 if it is not one.
  package func count(of piece: String) -> Int {
    Array(piece.utf8).withUnsafeBufferPointer { table.number(of: $0) }.map { counts[$0] } ?? 0
  }

  private mutating func add(_ piece: UnsafeBufferPointer<UInt8>) {
    if let number = table.number(of: piece) {
      counts[number] += 1
    } else {
      table.add(piece)
      counts.append(1)
    }
  }
}
