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
    func missed(_ kind: Kind) -> Int {
      planted(kind).count { keptIDs.contains($0.path) && keptIDs.contains($0.detail ?? "") }
    }
    #expect(missed(.exactDuplicate) == 0)
    // In a short document one other sentence leaves less than eight tenths in common.
    #expect(missed(.nearDuplicate) <= 2)
    let text = kept.map(\.text).joined(separator: "\n")
    let traces = ["â€", "<nav", "</p>", "&amp;", "cookies", ".example", "01632 960"]
    #expect(traces.filter { text.contains($0) } == [])
    let dropped = documents.count - kept.count
    let dirty = Set(
      corpus.defects.filter {
        [.exactDuplicate, .nearDuplicate, .wrongLanguage, .tooShort, .spam].contains($0.kind)
      }.map(\.path))
    #expect(dropped <= dirty.count + 10)
  }
}
