/// Runs of n words, as hashes.
package enum NGrams {
  /// The hash of each run, by where it begins; empty when there are fewer than `length` words.
  package static func hashes(_ words: [Word], length: Int) -> [UInt64] {
    guard words.count >= length else { return [] }
    return (0...(words.count - length)).map { Shingles.hash(words[$0..<($0 + length)]) }
  }

  /// A run that occurs several times.
  package struct Frequent: Equatable, Sendable {
    package let count: Int
    /// Where it occurs first.
    package let position: Int
  }

  /// How many different hashes there are, and those that occur most often: by count, then by
  /// first occurrence.
  package static func census(
    _ hashes: [UInt64], top: Int
  ) -> (distinct: Int, frequent: [Frequent]) {
    let order = hashes.indices.sorted { (hashes[$0], $0) < (hashes[$1], $1) }
    var distinct = 0
    var frequent: [Frequent] = []
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count && hashes[order[end]] == hashes[order[start]] { end += 1 }
      distinct += 1
      if end - start > 1 { frequent.append(Frequent(count: end - start, position: order[start])) }
      start = end
    }
    frequent.sort { ($1.count, $0.position) < ($0.count, $1.position) }
    return (distinct, Array(frequent.prefix(top)))
  }
}
