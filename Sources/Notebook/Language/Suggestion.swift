/// Finds what a misspelt word probably meant.
package enum Suggestion {
  /// The candidate with the fewest edits (a swap of neighbours is one), if a third of the word or
  /// less has to change; of equals the first.
  package static func nearest(to word: String, in candidates: [String]) -> String? {
    let letters = Array(word.lowercased())
    guard !letters.isEmpty, letters.count <= 100 else { return nil }
    var best: (candidate: String, edits: Int)?
    let limit = max(1, letters.count / 3)
    for candidate in candidates where abs(candidate.count - letters.count) <= limit {
      let edits = distance(letters, Array(candidate.lowercased()))
      if edits <= limit, edits < letters.count, edits < best?.edits ?? .max {
        best = (candidate, edits)
      }
    }
    return best?.candidate
  }

  /// `did you mean 'train'?`
  package static func question(for word: String, in candidates: [String]) -> String? {
    nearest(to: word, in: candidates).map { "did you mean '\($0)'?" }
  }

  /// The number of insertions, deletions, replacements and swaps of neighbours (optimal string
  /// alignment).
  static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      for column in 0..<right.count {
        var edits = min(
          last[column] + (left[row] == right[column] ? 0 : 1), last[column + 1] + 1,
          current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          edits = min(edits, beforeLast[column - 1] + 1)
        }
        current.append(edits)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
