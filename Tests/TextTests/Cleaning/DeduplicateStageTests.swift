import Testing

@testable import Text

@Suite struct DeduplicateStageTests {
  @Test func exactRepeatsKeepTheFirst() {
    let result = DeduplicateStage().apply([
      .sample(prose("harbour"), id: "1"), .sample(otherProse, id: "2"),
      .sample(prose("harbour").uppercased() + "\n\n", id: "3"),
    ])
    #expect(result.kept.map(\.id) == ["1", "2"])
    #expect(result.dropped == [DroppedDocument(id: "3", reason: "repeats 1 (exactly)")])
    #expect(result.example?.id == "3")
  }

  @Test func nearRepeatsAreFoundAndNamed() {
    let original = prose()
    let edited = original.replacing("yesterday", with: "at dawn")
    let result = DeduplicateStage().apply([
      .sample(otherProse, id: "0"), .sample(original, id: "1"), .sample(edited, id: "2"),
    ])
    #expect(result.kept.map(\.id) == ["0", "1"])
    #expect(
      result.dropped == [
        DroppedDocument(id: "2", reason: "nearly repeats 1 (0.964 of five-word runs shared)")
      ])
    #expect(result.done == ["near repeats 1", "candidate pairs compared 1"])
  }

  @Test func differentTextsOnOneTopicAreKept() {
    let first = prose()
    let second = """
      The harbour was quiet that morning. Nobody had put out the lamps along the quay, and the \
      first boat lay where it had been left, its nets still wet, while the keeper of the \
      lighthouse came down the hill with a letter that he did not want to deliver.
      """
    let result = DeduplicateStage().apply([.sample(first, id: "1"), .sample(second, id: "2")])
    #expect(result.kept.count == 2)
    #expect(result.example == nil)
  }

  @Test func theThresholdDecides() {
    let words = (0..<100).map { "word\($0)" }
    let text = words.joined(separator: " ")
    var changed = words
    for index in [20, 50, 80] { changed[index] = "other\(index)" }
    let documents: [Document] = [
      .sample(text, id: "1"), .sample(changed.joined(separator: " "), id: "2"),
    ]
    // 96 runs each, 15 of them differ: 81 of 111 are shared.
    #expect(DeduplicateStage(threshold: 0.8).apply(documents).kept.count == 2)
    #expect(DeduplicateStage(threshold: 0.72).apply(documents).kept.count == 1)
  }

  @Test func textsWithoutWordsAndShortTextsAreCompared() {
    let texts = ["!!!", "???", "!!!", "hello there", "Hello, there!", "hello"]
    let result = DeduplicateStage().apply(
      texts.enumerated().map { .sample($1, id: "\($0)") })
    #expect(result.kept.map(\.id) == ["0", "1", "3", "5"])
  }

  @Test func theSignatureEstimatesTheSimilarity() {
    let first = (0..<1000).map { TextHash.mix(UInt64($0)) }.sorted()
    let second = (250..<1250).map { TextHash.mix(UInt64($0)) }.sorted()
    #expect(Shingles.similarity(first, second) == 0.6)
    let hash = MinHash()
    let estimate = MinHash.estimate(hash.signature(of: first), hash.signature(of: second))
    #expect(abs(estimate - 0.6) < 0.1)
    #expect(MinHash.estimate(hash.signature(of: first), hash.signature(of: first)) == 1)
  }
}
