/// How well a tokenizer fits a text. A larger vocabulary needs fewer tokens, each seen less often.
package struct Fertility: Equatable, Sendable, Codable {
  package let vocabularySize: Int
  /// The tokens that the text takes.
  package let tokens: Int
  /// The length of the text in UTF-8.
  package let bytes: Int
  /// Runs of characters between white space.
  package let words: Int
  /// How many distinct tokens the text uses, and could use: special tokens are neither.
  package let usedTokens: Int
  package let ordinaryTokens: Int

  /// Fertility in the narrow sense; 0 for a text without words.
  package var tokensPerWord: Double { words == 0 ? 0 : Double(tokens) / Double(words) }

  /// Compression; 0 for an empty text.
  package var bytesPerToken: Double { tokens == 0 ? 0 : Double(bytes) / Double(tokens) }

  /// The share of the vocabulary that the text never uses, 0 to 1.
  package var unusedShare: Double {
    Double(ordinaryTokens - usedTokens) / Double(ordinaryTokens)
  }

  /// Measures `tokenizer` on the texts that `counts` was made of. Special tokens in them are text.
  package init(of tokenizer: Tokenizer, on counts: WordCounts) {
    var used = [Bool](repeating: false, count: tokenizer.vocabularySize)
    var total = 0
    for (piece, count) in zip(counts.pieces, counts.counts) {
      let tokens = tokenizer.merged(piece)
      total += tokens.count * count
      for token in tokens { used[Int(token)] = true }
    }
    vocabularySize = tokenizer.vocabularySize
    tokens = total
    bytes = counts.byteCount
    words = counts.readerWordCount
    usedTokens = used.count { $0 }
    ordinaryTokens = tokenizer.vocabularySize - tokenizer.specialTokens.count
  }

  /// Measures the tokenizer cut down to each of `sizes`, which costs no training: a prefix of the
  /// merges is the tokenizer of the smaller vocabulary. Throws `TokenizerError.vocabularyTooSmall`.
  package static func bySize(
    _ sizes: [Int], of tokenizer: Tokenizer, on counts: WordCounts
  ) throws -> [Fertility] {
    try sizes.map { Fertility(of: try tokenizer.truncated(to: $0), on: counts) }
  }
}
