/// The set of a text's shingles: every run of five words, as a hash (Broder 1997).
package enum Shingles {
  /// Words in a shingle.
  package static let width = 5

  /// Sorted and without repeats; a text of fewer than five words is one shingle, one without words
  /// has none.
  package static func of(_ words: [Word]) -> [UInt64] {
    guard !words.isEmpty else { return [] }
    let last = max(0, words.count - width)
    var hashes = (0...last).map { start in
      hash(words[start..<min(words.count, start + width)])
    }
    hashes.sort()
    return hashes.withoutAdjacentRepeats
  }

  /// The hash of a run of words, in their order.
  @inline(__always)
  package static func hash(_ words: ArraySlice<Word>) -> UInt64 {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    for word in words { state = TextHash.mix(state ^ word.hash) &* 5 &+ 0x52DC_E729 }
    return TextHash.mix(state)
  }

  /// The Jaccard similarity of two sorted sets: shared elements over all elements, 0...1.
  package static func similarity(_ first: [UInt64], _ second: [UInt64]) -> Double {
    var shared = 0
    var i = 0
    var j = 0
    while i < first.count && j < second.count {
      if first[i] == second[j] {
        shared += 1
        i += 1
        j += 1
      } else if first[i] < second[j] {
        i += 1
      } else {
        j += 1
      }
    }
    let all = first.count + second.count - shared
    return all == 0 ? 0 : Double(shared) / Double(all)
  }
}

extension [UInt64] {
  /// A sorted array as a set.
  var withoutAdjacentRepeats: [UInt64] {
    var unique: [UInt64] = []
    unique.reserveCapacity(count)
    for value in self where unique.last != value { unique.append(value) }
    return unique
  }
}
