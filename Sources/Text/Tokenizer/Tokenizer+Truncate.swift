extension Tokenizer {
  /// The smallest vocabulary that this tokenizer can be cut down to: what no merge makes.
  package var smallestVocabularySize: Int {
    vocabularySize - Set(merges.map(\.token)).count
  }

  /// The tokenizer that training would have given had it stopped at `size` tokens: a prefix of the
  /// merges. Ids keep their order; for a trained tokenizer they stay the same. A `size` beyond the
  /// vocabulary gives the whole tokenizer. Throws `TokenizerError.vocabularyTooSmall`.
  package func truncated(to size: Int) throws -> Tokenizer {
    let smallest = smallestVocabularySize
    guard size >= smallest else {
      throw TokenizerError.vocabularyTooSmall(requested: size, smallest: smallest)
    }
    var kept = [Bool](repeating: true, count: vocabularySize)
    for merge in merges { kept[Int(merge.token)] = false }
    var room = size - smallest
    var keptMerges = 0
    for merge in merges {
      if !kept[Int(merge.token)] {
        if room == 0 { break }
        room -= 1
        kept[Int(merge.token)] = true
      }
      keptMerges += 1
    }
    return keeping(kept, merges: merges[..<keptMerges])
  }

  private func keeping(_ kept: [Bool], merges: ArraySlice<Merge>) -> Tokenizer {
    let oldIDs = tokens.indices.filter { kept[$0] }
    var newIDs = [Int32](repeating: -1, count: tokens.count)
    for (new, old) in oldIDs.enumerated() { newIDs[old] = Int32(new) }
    return Tokenizer(
      tokens: oldIDs.map { tokens[$0] },
      merges: merges.map {
        let pair = TokenPair(newIDs[Int($0.pair.left)], newIDs[Int($0.pair.right)])
        return Merge(pair: pair, token: newIDs[Int($0.token)])
      },
      specialTokens: specialTokens.map { SpecialToken(id: Int(newIDs[$0.id]), text: $0.text) })
  }
}
