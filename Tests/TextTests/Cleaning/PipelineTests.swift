import Testing

@testable import Text

@Suite struct PipelineTests {
  private let documents: [Document] = [
    .sample(
      "\u{FEFF}<nav>Home</nav><h1>Harbour</h1><p>\(prose())</p><p>Ask a@b.org.</p>", id: "1.html"),
    .sample("<h1>Harbour</h1><p>\(prose())</p><p>Ask c@d.org.</p><footer>x</footer>", id: "2.html"),
    .sample("<p>404</p>", id: "3.html"), .sample(otherProse, id: "4.txt", kind: .book),
  ]

  @Test func everyStageAccountsForEveryDocument() {
    let steps = Pipeline.standard.run(documents)
    #expect(steps.map(\.name) == ["extract", "clean", "deduplicate", "filter", "redact"])
    for step in steps {
      #expect(step.result.kept.count + step.result.dropped.count == step.documentsBefore)
      #expect(step.bytesAfter == step.result.kept.byteCount)
      #expect(!step.summary.isEmpty)
    }
    #expect(steps.last?.result.kept.map(\.id) == ["1.html", "4.txt"])
    #expect(steps[2].result.dropped.map(\.id) == ["2.html"])
    #expect(steps[3].result.dropped.map(\.id) == ["3.html"])
    let page = steps.last?.result.kept[0].text
    #expect(page == "# Harbour\n\n\(prose())\n\nAsk <email>.\n")
  }

  @Test func theSameDocumentsGiveTheSameResult() {
    let first = Pipeline.standard.run(documents).map(\.result)
    #expect(Pipeline.standard.run(documents).map(\.result) == first)
  }
}
