import HeapModule

extension Tokenizer {
  /// The tokens of one piece: its bytes, merged until no pair has a rank.
  func merged(_ piece: ArraySlice<UInt8>) -> [Int32] {
    piece.count <= 48 ? mergedBySearch(piece) : mergedByQueue(piece)
  }

  /// The reference: again and again search the pair of the lowest rank, leftmost first, and merge
  /// it. Quadratic in the length of the piece, and the fastest for short ones.
  func mergedBySearch(_ piece: ArraySlice<UInt8>) -> [Int32] {
    var symbols = piece.map { byteTokens[Int($0)] }
    while symbols.count > 1 {
      var best: (rank: Int32, place: Int)?
      for place in 0..<(symbols.count - 1) {
        guard let rank = ranks[TokenPair(symbols[place], symbols[place + 1])] else { continue }
        if rank < best?.rank ?? .max { best = (rank, place) }
      }
      guard let (rank, place) = best else { break }
      symbols[place] = merges[Int(rank)].token
      symbols.remove(at: place + 1)
    }
    return symbols
  }

  /// The same result in O(n log n): a linked list of symbols and a queue of the pairs in it. A piece
  /// has no greatest length: a megabyte of `=` is one.
  func mergedByQueue(_ piece: ArraySlice<UInt8>) -> [Int32] {
    var list = SymbolList(piece.map { byteTokens[Int($0)] })
    var queue = Heap<QueuedPair>()
    for place in list.symbols.indices.dropLast() { enqueue(place, of: list, in: &queue) }
    while let next = queue.popMin() {
      let place = Int(next.place)
      guard list.pair(at: place) == merges[Int(next.rank)].pair else { continue }
      list.merge(at: place, to: merges[Int(next.rank)].token)
      enqueue(list.previous[place], of: list, in: &queue)
      enqueue(place, of: list, in: &queue)
    }
    return list.remaining
  }

  private func enqueue(_ place: Int, of list: SymbolList, in queue: inout Heap<QueuedPair>) {
    guard let pair = list.pair(at: place), let rank = ranks[pair] else { return }
    queue.insert(QueuedPair(rank: rank, place: Int32(place)))
  }
}

/// A pair waiting to be merged: lowest rank first, then leftmost.
private struct QueuedPair: Comparable {
  let rank: Int32
  let place: Int32

  static func < (one: QueuedPair, other: QueuedPair) -> Bool {
    (one.rank, one.place) < (other.rank, other.place)
  }
}

/// Symbols that keep their places while neighbours merge into them.
private struct SymbolList {
  /// The symbol at each place, or nil where it went into the one before it.
  private(set) var symbols: [Int32?]
  /// The place before each, -1 at the start.
  private(set) var previous: [Int]
  private var next: [Int]

  init(_ symbols: [Int32]) {
    self.symbols = symbols
    previous = symbols.indices.map { $0 - 1 }
    next = symbols.indices.map { $0 + 1 }
  }

  var remaining: [Int32] { symbols.compactMap { $0 } }

  func pair(at place: Int) -> TokenPair? {
    guard place >= 0, let left = symbols[place], next[place] < symbols.count,
      let right = symbols[next[place]]
    else { return nil }
    return TokenPair(left, right)
  }

  mutating func merge(at place: Int, to token: Int32) {
    symbols[place] = token
    symbols[next[place]] = nil
    next[place] = next[next[place]]
    if next[place] < symbols.count { previous[next[place]] = place }
  }
}
