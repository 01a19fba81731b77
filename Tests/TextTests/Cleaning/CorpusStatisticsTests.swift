import Testing

@testable import Text

@Suite struct CorpusStatisticsTests {
  @Test func sizesByKind() {
    let statistics = CorpusStatistics([
      .sample("two words", kind: .web), .sample("and three more", kind: .book),
      .sample("one", kind: .web),
    ])
    #expect(statistics.total.documents == 3)
    #expect(statistics.total.bytes == 26)
    #expect(statistics.total.words == 6)
    #expect(statistics.byKind.map(\.kind) == [.book, .web])
    #expect(statistics.byKind.map(\.size.words) == [3, 3])
    #expect(statistics.distinctEightGramShare == 1)
  }

  @Test func repeatedRunsLowerTheShareAndAreNamed() {
    let line = "the ferry to the island leaves at noon"
    let statistics = CorpusStatistics([
      .sample(line + " today"), .sample("The ferry to the island\n leaves at noon!"),
      .sample("a b c d e f g h"),
    ])
    // Runs: two, one, one; three of the four are different.
    #expect(statistics.distinctEightGramShare == 0.75)
    #expect(statistics.frequentEightGrams == [.init(text: line, count: 2)])
  }

  @Test func anEmptyCorpus() {
    let statistics = CorpusStatistics([])
    #expect(statistics.total == CorpusStatistics.Size())
    #expect(statistics.byKind.isEmpty)
  }
}
