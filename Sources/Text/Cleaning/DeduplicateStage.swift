/// Drops documents that say again what an earlier one said: to the letter, or nearly.
///
/// Near duplicates are sought with MinHash over five-word shingles and locality-sensitive hashing
/// (Broder 1997; Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", chapter 3), and each
/// candidate is verified by the true Jaccard similarity of the shingle sets. A dropped document is
/// compared with those that were kept before it, so chains of small changes do not swallow a corpus.
package struct DeduplicateStage: PipelineStage {
  package let name = "deduplicate"
  package let summary =
    "drop exact repeats (fingerprint) and near repeats (MinHash over five-word shingles)"

  /// The Jaccard similarity from which two documents count as the same.
  package let threshold: Double

  package init(threshold: Double = 0.8) {
    precondition(threshold > 0 && threshold <= 1, "a similarity threshold lies in 0...1")
    self.threshold = threshold
  }

  package func apply(_ documents: [Document]) -> StageResult {
    var result = StageResult(kept: [])
    var index = NearDuplicateIndex(threshold: threshold)
    var exact: [UInt64: Int] = [:]
    var exactCount = 0
    for document in documents {
      let words = Words.scan(Array(document.text.utf8))
      let key = Self.fingerprint(words, of: document.text)
      if let first = exact[key] {
        exactCount += 1
        drop(document, repeating: result.kept[first], "repeats", "exactly", &result)
        continue
      }
      let shingles = Shingles.of(words)
      if let match = index.match(shingles) {
        let similarity = "\(Self.decimals(match.similarity)) of five-word runs shared"
        drop(document, repeating: result.kept[match.index], "nearly repeats", similarity, &result)
        continue
      }
      exact[key] = result.kept.count
      index.add(shingles)
      result.kept.append(document)
    }
    result.tallies = [
      Tally("exact repeats", exactCount),
      Tally("near repeats", result.dropped.count - exactCount),
      Tally("candidate pairs compared", index.comparisons),
    ]
    return result
  }

  /// Case, punctuation and white space make no difference to an exact repeat.
  private static func fingerprint(_ words: [Word], of text: String) -> UInt64 {
    words.isEmpty ? TextHash.of(text) : Shingles.hash(words[...])
  }

  private func drop(
    _ document: Document, repeating original: Document, _ verb: String, _ how: String,
    _ result: inout StageResult
  ) {
    result.dropped.append(
      DroppedDocument(id: document.id, reason: "\(verb) \(original.id) (\(how))"))
    if result.example == nil || (verb != "repeats" && !hasNearExample(result)) {
      result.example = ChangeExample(
        id: document.id, before: document.text, after: original.text)
    }
  }

  /// Whether the example shows a near repeat, which tells more than an exact one.
  private func hasNearExample(_ result: StageResult) -> Bool {
    result.dropped.contains {
      $0.id == result.example?.id && $0.reason.hasPrefix("nearly")
    }
  }

  /// A share with three decimals, cut, not rounded: 0.9999 is not yet 1.
  private static func decimals(_ share: Double) -> String {
    let thousandths = Int(share * 1000)
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}

/// The kept documents' signatures, found again by their bands.
private struct NearDuplicateIndex {
  let threshold: Double
  private let hash = MinHash()
  private var sets: [[UInt64]] = []
  private var signatures: [[UInt32]] = []
  private var buckets: [UInt64: [Int]] = [:]
  private var pending: [UInt32] = []
  private(set) var comparisons = 0

  init(threshold: Double) { self.threshold = threshold }

  /// The first kept document at least as similar as the threshold.
  mutating func match(_ set: [UInt64]) -> (index: Int, similarity: Double)? {
    pending = hash.signature(of: set)
    if set.isEmpty { return nil }
    var candidates = SortedCandidates()
    for key in MinHash.bandKeys(pending) { candidates.add(buckets[key] ?? []) }
    for candidate in candidates.ordered {
      // Four standard errors below the threshold the exact comparison is not worth its time.
      let estimate = MinHash.estimate(pending, signatures[candidate])
      if estimate < threshold - 0.18 { continue }
      comparisons += 1
      let similarity = Shingles.similarity(set, sets[candidate])
      if similarity >= threshold { return (candidate, similarity) }
    }
    return nil
  }

  /// Keeps the set that was just found to match nothing.
  mutating func add(_ set: [UInt64]) {
    if !set.isEmpty {
      for key in MinHash.bandKeys(pending) { buckets[key, default: []].append(sets.count) }
    }
    sets.append(set)
    signatures.append(pending)
  }
}

/// Document indices from several buckets, each once, in ascending order.
private struct SortedCandidates {
  private var all: [Int] = []

  mutating func add(_ indices: [Int]) { all += indices }

  var ordered: [Int] {
    var unique: [Int] = []
    for index in all.sorted() where unique.last != index { unique.append(index) }
    return unique
  }
}
