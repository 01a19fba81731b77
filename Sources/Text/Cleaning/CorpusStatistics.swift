/// The size and the variety of a corpus.
package struct CorpusStatistics: Codable, Equatable, Sendable {
  /// One kind of document, or all of them.
  package struct Size: Codable, Equatable, Sendable {
    package var documents = 0
    package var bytes = 0
    package var words = 0

    mutating func add(bytes: Int, words: Int) {
      documents += 1
      self.bytes += bytes
      self.words += words
    }
  }

  package struct KindSize: Codable, Equatable, Sendable {
    package let kind: DocumentKind
    package let size: Size
  }

  /// A run of eight words and how often it occurs.
  package struct Phrase: Codable, Equatable, Sendable {
    package let text: String
    package let count: Int
  }

  package private(set) var total = Size()
  /// The kinds that occur, in the order of `DocumentKind`.
  package let byKind: [KindSize]
  /// Different runs of eight words over all such runs, 0...1: near 1 in natural text, low where
  /// templates dominate. Runs do not cross documents; case and punctuation make no difference.
  package let distinctEightGramShare: Double
  /// The most frequent runs of eight words, those that occur more than once.
  package let frequentEightGrams: [Phrase]

  /// Words in a run.
  private static let length = 8

  package init(_ documents: [Document], phrases: Int = 5) {
    var sizes = [Size](repeating: Size(), count: DocumentKind.allCases.count)
    var hashes: [UInt64] = []
    var origins: [(firstHash: Int, document: Int)] = []
    for (index, document) in documents.enumerated() {
      let bytes = Array(document.text.utf8)
      let words = Words.scan(bytes)
      total.add(bytes: bytes.count, words: words.count)
      if let kind = DocumentKind.allCases.firstIndex(of: document.kind) {
        sizes[kind].add(bytes: bytes.count, words: words.count)
      }
      origins.append((hashes.count, index))
      hashes += NGrams.hashes(words, length: Self.length)
    }
    byKind = zip(DocumentKind.allCases, sizes).filter { $1.documents > 0 }.map {
      KindSize(kind: $0, size: $1)
    }
    let census = NGrams.census(hashes, top: phrases)
    distinctEightGramShare =
      hashes.isEmpty ? 1 : Double(census.distinct) / Double(hashes.count)
    frequentEightGrams = census.frequent.map { run in
      // The last document that starts at or before the run.
      let origin = origins.last { $0.firstHash <= run.position } ?? (0, 0)
      let text = Self.phrase(documents[origin.document].text, at: run.position - origin.firstHash)
      return Phrase(text: text, count: run.count)
    }
  }

  /// The eight words from word `position` on, white space made single blanks.
  private static func phrase(_ text: String, at position: Int) -> String {
    let bytes = Array(text.utf8)
    let words = Words.scan(bytes)
    let range = words[position].start..<words[position + length - 1].end
    return bytes[range].split(whereSeparator: { $0 <= 0x20 })
      .map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }
}
