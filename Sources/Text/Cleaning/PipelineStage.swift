/// One step from raw documents towards training text. Stages are pure: the same documents in, the
/// same result out, whatever ran before.
package protocol PipelineStage: Sendable {
  /// The word it is called by: `clean`, `filter`, …
  var name: String { get }
  /// What it does, in one line.
  var summary: String { get }
  /// What becomes of `documents`; those kept stay in their order.
  func apply(_ documents: [Document]) -> StageResult
}

/// A document that a stage let go, and why.
package struct DroppedDocument: Codable, Equatable, Sendable {
  package let id: String
  package let reason: String

  package init(id: String, reason: String) {
    self.id = id
    self.reason = reason
  }
}

/// How often a stage did one thing: `carriage returns` 412.
package struct Tally: Codable, Equatable, Sendable {
  package let label: String
  package var count: Int

  package init(_ label: String, _ count: Int) {
    self.label = label
    self.count = count
  }
}

/// What a stage did: what was kept, what was dropped and why, and one document before and after.
package struct StageResult: Equatable, Sendable {
  package var kept: [Document]
  package var dropped: [DroppedDocument]
  /// How many of the kept documents read differently now.
  package var changed: Int
  /// Nil when nothing was changed or dropped.
  package var example: ChangeExample?
  /// What was done how often, over all documents; labels in the stage's own order.
  package var tallies: [Tally]

  package init(
    kept: [Document], dropped: [DroppedDocument] = [], changed: Int = 0,
    example: ChangeExample? = nil, tallies: [Tally] = []
  ) {
    self.kept = kept
    self.dropped = dropped
    self.changed = changed
    self.example = example
    self.tallies = tallies
  }
}

extension StageResult {
  /// The result of a stage that rewrites each document on its own.
  ///
  /// The example is the document to which most different things were done, the first of them.
  /// A text that ends up blank is dropped.
  /// - Parameter rewrite: the new text and what was done to it, every label in the same order.
  static func rewriting(
    _ documents: [Document], _ rewrite: (Document) -> (text: String, tallies: [Tally])
  ) -> StageResult {
    var result = StageResult(kept: [])
    result.kept.reserveCapacity(documents.count)
    var richest = -1
    for document in documents {
      let (text, tallies) = rewrite(document)
      result.add(tallies)
      if text.utf8.allSatisfy({ $0 <= 0x20 }) {
        result.dropped.append(
          DroppedDocument(id: document.id, reason: "nothing was left of it"))
        continue
      }
      var rewritten = document
      rewritten.text = text
      result.kept.append(rewritten)
      guard !text.utf8.elementsEqual(document.text.utf8) else { continue }
      result.changed += 1
      let richness = tallies.count { $0.count > 0 }
      if richness > richest {
        richest = richness
        result.example = ChangeExample(id: document.id, before: document.text, after: text)
      }
    }
    return result
  }

  private mutating func add(_ other: [Tally]) {
    if tallies.isEmpty {
      tallies = other
      return
    }
    precondition(tallies.count == other.count, "a stage gives the same labels for each document")
    for index in other.indices { tallies[index].count += other[index].count }
  }
}
