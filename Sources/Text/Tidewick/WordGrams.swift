extension Tidewick {
  /// How much a collection repeats itself, in runs of `length` words. A collection made from too
  /// few templates has a low share of distinct runs, and some run that comes back again and again.
  package struct WordGrams: Sendable, Equatable {
    /// All runs, and how many different ones there are among them.
    package let total: Int
    package let distinct: Int
    /// How often the commonest run comes.
    package let commonest: Int

    /// Distinct runs as a share of all, 1 when nothing is said twice.
    package var distinctShare: Double { total == 0 ? 1 : Double(distinct) / Double(total) }
    /// The commonest run as a share of all.
    package var commonestShare: Double { total == 0 ? 0 : Double(commonest) / Double(total) }

    /// Runs never reach from one text into the next. Linear in the words.
    package init(_ texts: [String], length: Int = 8) {
      precondition(length > 0, "a run has at least one word")
      var numbers: [Substring: UInt32] = [:]
      var counts: [[UInt32]: Int] = [:]
      var total = 0
      for text in texts {
        let words = text.split(whereSeparator: \.isWhitespace).map { word -> UInt32 in
          if let number = numbers[word] { return number }
          numbers[word] = UInt32(numbers.count)
          return UInt32(numbers.count - 1)
        }
        guard words.count >= length else { continue }
        for start in 0...(words.count - length) {
          counts[Array(words[start..<(start + length)]), default: 0] += 1
          total += 1
        }
      }
      self.total = total
      distinct = counts.count
      commonest = counts.values.max() ?? 0
    }
  }
}
