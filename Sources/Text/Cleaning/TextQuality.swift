/// What can be measured of a text without understanding it, after the rules of MassiveText
/// (Rae et al. 2021, "Gopher", appendix A1.1) and C4 (Raffel et al. 2020, section 2.2).
package struct TextQuality: Equatable, Sendable {
  package let words: Int
  /// The longest line, in bytes.
  package let longestLine: Int
  /// Visible characters that are neither letters nor digits nor ordinary punctuation, as a share.
  package let symbolShare: Double
  /// Words with at least one letter, as a share of all words.
  package let letterWordShare: Double
  /// Letters and digits in lines that an earlier line already said, as a share of all in lines.
  package let repeatedLineShare: Double
  /// Words covered by the most frequent run of three words, as a share of all words.
  package let topTrigramShare: Double
  /// Runs of eight words that occur earlier in the same text, as a share of all runs.
  package let repeatedRunShare: Double
  package let language: LanguageGuess
  /// A phrase that only unfinished or broken pages carry, if there is one.
  package let placeholder: String?

  package init(_ text: String) {
    let bytes = Array(text.utf8)
    let words = Words.scan(bytes)
    self.words = words.count
    let lines = Self.measureLines(bytes)
    longestLine = lines.longest
    repeatedLineShare = lines.repeated
    symbolShare = Self.symbolShare(bytes)
    letterWordShare = Self.share(words.count { $0.hasLetter }, of: words.count)
    let trigrams = NGrams.census(NGrams.hashes(words, length: 3), top: 1).frequent
    // Three sightings are chance, not spam.
    let top = trigrams.first.map { $0.count > 3 ? $0.count : 0 } ?? 0
    topTrigramShare = Self.share(top * 3, of: words.count)
    let runs = NGrams.hashes(words, length: 8)
    repeatedRunShare = Self.share(runs.count - runs.distinctCount, of: runs.count)
    language = LanguageGuess(bytes, words)
    placeholder = words.count < 2000 ? Self.placeholder(text) : nil
  }

  private static func share(_ part: Int, of whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }

  private static func measureLines(_ bytes: [UInt8]) -> (longest: Int, repeated: Double) {
    var longest = 0
    var all = 0
    var repeated = 0
    var seen: Set<UInt64> = []
    for line in bytes.split(separator: 0x0A) {
      longest = max(longest, line.count)
      var hash = TextHash()
      var visible = 0
      for byte in line where byte > 0x20 {
        hash.combine(byte)
        if isWordByte[Int(byte)] { visible += 1 }
      }
      // Brackets, rules and the edges of tables repeat in every text.
      guard visible > 3 else { continue }
      all += visible
      if !seen.insert(hash.value).inserted { repeated += visible }
    }
    return (longest, share(repeated, of: all))
  }

  /// Letters, digits, and whatever is not ASCII.
  private static let isWordByte: [Bool] = (0..<256).map { byte in
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte >= 0x80
  }
  private static let isOrdinary: [Bool] = (0..<256).map { byte in
    isWordByte[byte] || ".,;:!?'\"()-".utf8.contains(UInt8(byte))
  }

  private static func symbolShare(_ bytes: [UInt8]) -> Double {
    var visible = 0
    var symbols = 0
    for byte in bytes where byte > 0x20 {
      visible += 1
      if !isOrdinary[Int(byte)] { symbols += 1 }
    }
    return share(symbols, of: visible)
  }

  private static let placeholders = [
    "lorem ipsum", "please enable javascript", "page is under construction",
    "site is under construction", "page under construction", "coming soon!",
  ]

  private static func placeholder(_ text: String) -> String? {
    let lower = text.lowercased()
    return placeholders.first(where: lower.contains)
  }
}

extension [UInt64] {
  fileprivate var distinctCount: Int { sorted().withoutAdjacentRepeats.count }
}
