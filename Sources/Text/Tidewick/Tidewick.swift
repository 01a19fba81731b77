/// The corpus of the town of Tidewick: a simulated year, and documents of six kinds about it.
package enum Tidewick {
  /// The seed of the corpus that is committed under `data/tidewick/made`.
  package static let defaultSeed: UInt64 = 1843

  /// Everything that one seed makes.
  package struct Corpus: Sendable {
    /// The documents, dirt and all, in the order of their paths.
    package let files: [MadeFile]
    /// What is wrong with which of them.
    package let defects: [PlantedDefect]
    /// `support/train.jsonl` and `support/heldout.jsonl`: conversations for fine-tuning.
    package let support: [MadeFile]
  }

  /// The whole corpus of a seed. The same seed gives the same bytes.
  package static func corpus(seed: UInt64 = defaultSeed) -> Corpus {
    let dirt = Dirt(cleanFiles(seed: seed), seed: seed)
    return Corpus(
      files: dirt.files.sorted { $0.path < $1.path }, defects: dirt.defects,
      support: SupportDesk.files(seed: seed))
  }

  /// Every document as it was written, before any dirt.
  package static func cleanFiles(seed: UInt64 = defaultSeed) -> [MadeFile] {
    let town = Town(seed: seed)
    return Books.all(town) + WebPages.all(town) + Research.all(town) + Ferryscripts.all(town)
      + Conversations.all(town) + Manuals.all(town)
  }
}
