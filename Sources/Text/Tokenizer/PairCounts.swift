import HeapModule

/// How often each pair of neighbours occurs in the training words, kept up to date merge by merge.
struct PairCounts {
  private var places: [TokenPair: Int] = [:]
  private var counts: [Int] = []
  /// The words that each pair occurs in, or did.
  private var words: [[Int32]] = []
  /// Counts only fall after a pair was queued, so a stale entry is too high, met early, and put right.
  private var queue = Heap<Candidate>()

  /// The pair of the highest count; among equals, the lowest pair. Removes it. Nil when none is left.
  mutating func popBest() -> (pair: TokenPair, count: Int, words: [Int32])? {
    while let candidate = queue.popMax() {
      guard let place = places[candidate.pair] else { continue }
      let count = counts[place]
      if candidate.count == count {
        defer { words[place] = [] }
        return (candidate.pair, count, words[place])
      }
      if count > 0 { queue.insert(Candidate(pair: candidate.pair, count: count)) }
    }
    return nil
  }

  /// Takes the neighbours in `symbols` out of the counts; `weight` is how often the word occurs.
  mutating func remove(_ symbols: [Int32], weight: Int) {
    forEachPair(in: symbols) { pair in
      if let place = places[pair] { counts[place] -= weight }
    }
  }

  /// Counts the neighbours in `symbols`, the form that the word `word` got when `token` was made, or
  /// its first form. Pairs never seen before are added to `new`, to be queued once all are counted.
  mutating func add(
    _ symbols: [Int32], of word: Int32, weight: Int, making token: Int32?, new: inout [TokenPair]
  ) {
    forEachPair(in: symbols) { pair in
      let place: Int
      if let known = places[pair] {
        place = known
      } else {
        place = counts.count
        places[pair] = place
        counts.append(0)
        words.append([])
        new.append(pair)
      }
      counts[place] += weight
      let isNew = token == nil || pair.left == token || pair.right == token
      if isNew, words[place].last != word { words[place].append(word) }
    }
  }

  /// Queues pairs that were added.
  mutating func enqueue(_ pairs: [TokenPair]) {
    for pair in pairs {
      guard let place = places[pair], counts[place] > 0 else { continue }
      queue.insert(Candidate(pair: pair, count: counts[place]))
    }
  }

  private func forEachPair(in symbols: [Int32], _ body: (TokenPair) -> Void) {
    for place in symbols.indices.dropLast() {
      body(TokenPair(symbols[place], symbols[place + 1]))
    }
  }
}

/// A pair with its count at the time it was queued. The greatest is merged next.
private struct Candidate: Comparable {
  let pair: TokenPair
  let count: Int

  static func < (one: Candidate, other: Candidate) -> Bool {
    (one.count, other.pair) < (other.count, one.pair)
  }
}
