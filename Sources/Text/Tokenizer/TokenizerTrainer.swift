/// Learns a tokenizer from text, one merge at a time: merge the pair of neighbours that occurs most
/// often, and repeat.
///
/// Among pairs that occur equally often, the one with the lowest left id is merged, then the lowest
/// right id. Words are counted once, so a step costs as much as the words that it changes. The merges
/// are those of Hugging Face `tokenizers` (`BpeTrainer`), which breaks ties in the same way.
package struct TokenizerTrainer: Sendable {
  /// The vocabulary to reach; `isFinished` tells when no pair was left before.
  package let vocabularySize: Int
  /// A pair that occurs less often is never merged.
  package let minimumCount: Int
  /// The tokens so far, and their merges.
  package private(set) var tokens: [[UInt8]]
  package private(set) var merges: [Merge] = []
  package private(set) var isFinished = false

  private let specialTokens: [SpecialToken]
  /// The token of each byte.
  private let byteTokens: [Int32]
  private var words: [[Int32]]
  private let wordCounts: [Int]
  private var pairs = PairCounts()
  private var example: [[Int32]]

  /// The largest vocabulary that can be asked for.
  package static let largestVocabulary = 1 << 20

  /// A trainer on `texts`; `example` is the text that the steps show. Throws `TokenizerError` for a
  /// vocabulary that is too small or too large, special tokens that are empty, repeated, or could be
  /// learnt from text, and texts that are all empty.
  package init(
    texts: [String], vocabularySize: Int,
    specialTokens: [String] = Tokenizer.defaultSpecialTokens, minimumCount: Int = 2,
    example: String = ""
  ) throws {
    try self.init(
      words: WordCounts(texts: texts), vocabularySize: vocabularySize,
      specialTokens: specialTokens, minimumCount: minimumCount, example: example)
  }

  /// As above, on words that are counted already.
  package init(
    words counts: WordCounts, vocabularySize: Int,
    specialTokens: [String] = Tokenizer.defaultSpecialTokens, minimumCount: Int = 2,
    example: String = ""
  ) throws {
    try Self.check(vocabularySize: vocabularySize, specialTokens: specialTokens)
    if counts.pieces.isEmpty { throw TokenizerError.noText }
    self.vocabularySize = vocabularySize
    self.minimumCount = max(1, minimumCount)
    self.specialTokens = specialTokens.enumerated().map { SpecialToken(id: $0, text: $1) }
    tokens = specialTokens.map { Array($0.utf8) } + ByteAlphabet.bytes.map { [$0] }

    var byteTokens = [Int32](repeating: 0, count: 256)
    for (place, byte) in ByteAlphabet.bytes.enumerated() {
      byteTokens[Int(byte)] = Int32(specialTokens.count + place)
    }
    words = counts.pieces.map { $0.map { byteTokens[Int($0)] } }
    wordCounts = counts.counts
    self.byteTokens = byteTokens
    self.example = []
    countPairs()
    show(example: example)
  }

  /// Merges the best pair. Returns nil, and is finished, when the vocabulary is full or no pair occurs
  /// `minimumCount` times any more.
  @discardableResult
  package mutating func step() -> MergeStep? {
    let before = exampleTokens
    guard let (merge, count) = mergeBest() else { return nil }
    for place in example.indices { merge.apply(to: &example[place]) }
    return MergeStep(
      index: merges.count - 1, left: labelled(merge.pair.left), right: labelled(merge.pair.right),
      count: count, token: labelled(merge.token), before: before, after: exampleTokens)
  }

  /// The example text in the tokens so far.
  package var exampleTokens: [LabelledToken] { example.flatMap { $0.map(labelled) } }

  /// Makes `text` the example that the following steps show, with all merges so far applied.
  package mutating func show(example text: String) {
    let bytes = Array(text.utf8)
    example = PreTokenizer.ranges(in: bytes).map { range in
      var symbols = bytes[range].map { byteTokens[Int($0)] }
      for merge in merges { merge.apply(to: &symbols) }
      return symbols
    }
  }

  /// The tokenizer of the merges so far. Its `vocabularySize` is the size that was really reached.
  package var tokenizer: Tokenizer {
    Tokenizer(tokens: tokens, merges: merges, specialTokens: specialTokens)
  }

  /// Takes all steps that are left and returns the tokenizer.
  package mutating func finish() -> Tokenizer {
    while mergeBest() != nil {}
    return tokenizer
  }

  private mutating func countPairs() {
    var new: [TokenPair] = []
    for (word, symbols) in words.enumerated() {
      pairs.add(symbols, of: Int32(word), weight: wordCounts[word], making: nil, new: &new)
    }
    pairs.enqueue(new)
  }

  private mutating func mergeBest() -> (Merge, count: Int)? {
    guard !isFinished, tokens.count < vocabularySize, let best = pairs.popBest(),
      best.count >= minimumCount
    else {
      isFinished = true
      return nil
    }
    let merge = Merge(pair: best.pair, token: Int32(tokens.count))
    var new: [TokenPair] = []
    for word in best.words {
      let before = words[Int(word)]
      guard merge.apply(to: &words[Int(word)]) else { continue }
      let weight = wordCounts[Int(word)]
      pairs.remove(before, weight: weight)
      pairs.add(words[Int(word)], of: word, weight: weight, making: merge.token, new: &new)
    }
    pairs.enqueue(new)
    tokens.append(tokens[Int(best.pair.left)] + tokens[Int(best.pair.right)])
    merges.append(merge)
    isFinished = tokens.count == vocabularySize
    return (merge, best.count)
  }

  private func labelled(_ id: Int32) -> LabelledToken {
    LabelledToken(id: Int(id), label: TokenLabel.text(of: tokens[Int(id)]))
  }

  /// Throws the `TokenizerError` that a trainer with such a vocabulary would.
  package static func check(
    vocabularySize: Int, specialTokens: [String] = Tokenizer.defaultSpecialTokens
  ) throws {
    let smallest = 256 + specialTokens.count
    guard vocabularySize >= smallest else {
      throw TokenizerError.vocabularyTooSmall(requested: vocabularySize, smallest: smallest)
    }
    guard vocabularySize <= largestVocabulary else {
      throw TokenizerError.vocabularyTooLarge(
        requested: vocabularySize, largest: largestVocabulary)
    }
    var seen = Set<String>()
    for text in specialTokens {
      if text.isEmpty { throw TokenizerError.specialTokenEmpty }
      guard seen.insert(text).inserted else {
        throw TokenizerError.specialTokenTwice(text)
      }
      let namesake = ByteAlphabet.bytes(of: text).map { PreTokenizer.ranges(in: $0).count }
      if PreTokenizer.split(text).count == 1 || namesake == 1 {
        throw TokenizerError.specialTokenIsWord(text)
      }
    }
  }
}
