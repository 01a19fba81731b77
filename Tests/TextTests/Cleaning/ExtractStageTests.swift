import Testing

@testable import Text

@Suite struct ExtractStageTests {
  @Test func eachMarkupIsToldByTheNameOrTheFirstBytes() {
    #expect(ExtractStage.markup(of: .sample("x", id: "a/B.HTML")) == .html)
    #expect(ExtractStage.markup(of: .sample("x", id: "a.rst.txt")) == .reStructuredText)
    #expect(ExtractStage.markup(of: .sample("\u{FEFF} <!DOCTYPE html><p>", id: "page")) == .html)
    #expect(ExtractStage.markup(of: .sample("<html>", id: "a.py", kind: .code)) == .none)
    #expect(ExtractStage.markup(of: .sample("x < y", id: "a.txt")) == .none)
  }

  @Test func plainDocumentsAreUntouchedAndAnEmptyPageIsDropped() {
    let result = ExtractStage().apply([
      .sample("plain\n", id: "a.txt"), .sample("<nav>x</nav>", id: "b.html"),
      .sample("<h1>Lamp</h1>", id: "c.html"),
    ])
    #expect(result.kept.map(\.text) == ["plain\n", "# Lamp\n"])
    #expect(
      result.dropped == [DroppedDocument(id: "b.html", reason: "nothing was left of it")])
    #expect(result.changed == 1)
    #expect(result.done == ["tags 1", "navigation 1"])
    #expect(result.example?.before == "<h1>Lamp</h1>")
    #expect(result.example?.after == "# Lamp\n")
  }
}
