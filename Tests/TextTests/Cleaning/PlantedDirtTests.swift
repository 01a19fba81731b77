import Testing

@testable import Text

/// The pipeline on the corpus of the project: what was planted in it is found, and little else.
@Suite struct PlantedDirtTests {
  private typealias Kind = Tidewick.PlantedDefect.Kind

  @Test func whatWasPlantedIsFound() throws {
    let corpus = Tidewick.corpus()
    let documents = corpus.files.map {
      Document(id: $0.path, source: "tidewick", kind: $0.kind, text: $0.text)
    }
    let steps = Pipeline.standard.run(documents)
    let kept = try #require(steps.last?.result.kept)
    let keptIDs = Set(kept.map(\.id))
    func planted(_ kind: Kind) -> [Tidewick.PlantedDefect] {
      corpus.defects.filter { $0.kind == kind }
    }
    for kind in [Kind.wrongLanguage, .tooShort, .spam] {
      #expect(planted(kind).filter { keptIDs.contains($0.path) }.isEmpty, "\(kind)")
    }
    for kind in [Kind.exactDuplicate, .nearDuplicate] {
      let pairs = planted(kind).filter { defect in
        keptIDs.contains(defect.path) && keptIDs.contains(defect.detail ?? "")
      }
      #expect(pairs.isEmpty, "\(kind)")
    }
    let text = kept.map(\.text).joined(separator: "\n")
    for trace in ["â€", "<nav", "</p>", "&amp;", "Accept", ".example", "01632 960"] {
      #expect(!text.contains(trace), "\(trace)")
    }
    let dropped = documents.count - kept.count
    let dirty = Set(
      corpus.defects.filter {
        [.exactDuplicate, .nearDuplicate, .wrongLanguage, .tooShort, .spam].contains($0.kind)
      }.map(\.path))
    #expect(dropped <= dirty.count + 10)
  }
}
