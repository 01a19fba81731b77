/// Two neighbouring tokens. The lower pair is the one with the lower left id, then right id.
package struct TokenPair: Hashable, Comparable, Sendable {
  package let left: Int32
  package let right: Int32

  package init(_ left: Int32, _ right: Int32) {
    self.left = left
    self.right = right
  }

  private var word: UInt64 {
    UInt64(UInt32(bitPattern: left)) << 32 | UInt64(UInt32(bitPattern: right))
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(word) }

  package static func < (one: TokenPair, other: TokenPair) -> Bool { one.word < other.word }
}

/// One line of a tokenizer's merge list: wherever `pair` stands, write `token` instead.
package struct Merge: Equatable, Sendable {
  package let pair: TokenPair
  package let token: Int32

  package init(pair: TokenPair, token: Int32) {
    self.pair = pair
    self.token = token
  }

  /// Writes `token` over every occurrence of `pair` in `symbols`, from the left. Returns whether
  /// there was one.
  @discardableResult
  func apply(to symbols: inout [Int32]) -> Bool {
    var written = 0
    var read = 0
    while read < symbols.count {
      if symbols[read] == pair.left, read + 1 < symbols.count, symbols[read + 1] == pair.right {
        symbols[written] = token
        read += 2
      } else {
        symbols[written] = symbols[read]
        read += 1
      }
      written += 1
    }
    symbols.removeLast(read - written)
    return written < read
  }
}

/// A token that stands for no text of its own, such as the end of a document. It is written by the
/// program, and recognised in text only on request.
package struct SpecialToken: Equatable, Sendable {
  package let id: Int
  package let text: String

  package init(id: Int, text: String) {
    self.id = id
    self.text = text
  }
}
