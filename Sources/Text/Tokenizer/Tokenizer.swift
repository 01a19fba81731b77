/// A byte-level byte-pair tokenizer: text to token ids and back, without loss for any bytes.
///
/// A trained one numbers its tokens as Hugging Face `tokenizers` does: special tokens first, then
/// the 256 bytes in the order of `ByteAlphabet`, then one token a merge. A loaded one may number
/// them otherwise. Source: Sennrich et al., "Neural Machine Translation of Rare Words with Subword
/// Units" (2016); over bytes since Radford et al. (2019).
package struct Tokenizer: Sendable, Equatable {
  /// The special tokens that a new tokenizer gets.
  package static let defaultSpecialTokens = [
    "<|endoftext|>", "<|user|>", "<|assistant|>", "<|end|>",
  ]

  /// The bytes of every token, by id; for a special token, those of its text.
  package let tokens: [[UInt8]]
  /// The merges, most important first; a merge's place is its rank.
  package let merges: [Merge]
  /// The special tokens, by ascending id.
  package let specialTokens: [SpecialToken]
  /// The token of each byte.
  let byteTokens: [Int32]
  /// The rank of each pair that merges.
  let ranks: [TokenPair: Int32]

  /// A tokenizer of parts that fit each other: every byte is a token, tokens differ, and each merge
  /// joins two tokens, made before it, to a third. `TokenizerFile` checks what comes from outside.
  init(tokens: [[UInt8]], merges: [Merge], specialTokens: [SpecialToken]) {
    self.tokens = tokens
    self.merges = merges
    self.specialTokens = specialTokens.sorted { $0.id < $1.id }
    var byteTokens = [Int32](repeating: -1, count: 256)
    let specialIDs = Set(specialTokens.map(\.id))
    for (id, token) in tokens.enumerated() where token.count == 1 && !specialIDs.contains(id) {
      byteTokens[Int(token[0])] = Int32(id)
    }
    precondition(!byteTokens.contains(-1), "a tokenizer needs a token for every byte")
    self.byteTokens = byteTokens
    var ranks: [TokenPair: Int32] = [:]
    ranks.reserveCapacity(merges.count)
    for (rank, merge) in merges.enumerated() { ranks[merge.pair] = Int32(rank) }
    self.ranks = ranks
  }

  /// How many token ids there are, special tokens included.
  package var vocabularySize: Int { tokens.count }

  /// The id of the special token `text`, or nil when there is none of that name.
  package func specialID(_ text: String) -> Int? {
    specialTokens.first { $0.text.utf8.elementsEqual(text.utf8) }?.id
  }

  /// Whether `id` is a special token.
  package func isSpecial(_ id: Int) -> Bool { specialTokens.contains { $0.id == id } }

  /// The bytes that the token stands for. Throws `TokenizerError.idOutOfRange`.
  package func bytes(of id: Int) throws -> [UInt8] {
    guard tokens.indices.contains(id) else {
      throw TokenizerError.idOutOfRange(id: id, vocabularySize: vocabularySize)
    }
    return tokens[id]
  }
}
