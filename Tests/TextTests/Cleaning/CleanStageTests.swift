import Testing

@testable import Text

@Suite struct CleanStageTests {
  private func clean(_ text: String) -> String { CleanStage.clean(text).text }

  @Test(arguments: [
    ("\u{FEFF}a", "a\n"), ("a\r\nb\rc\n", "a\nb\nc\n"), ("a\u{7}b\u{0}c\u{7F}", "abc\n"),
    ("a\u{85}b", "ab\n"), ("a \t\nb  ", "a\nb\n"), ("\n\na\n\n\n\nb\n\n\n", "a\n\nb\n"),
    ("a\u{A0}b\u{AD}c\u{200B}d", "a bcd\n"), ("a\u{2028}b", "a\nb\n"), ("\ta", "\ta\n"),
    ("“smart” ‘quotes’ —", "“smart” ‘quotes’ —\n"), ("e\u{301}te\u{301}", "été\n"),
    ("page\u{C}next", "page\nnext\n"), ("", ""), ("\n \n", ""), ("itâ€™s", "it’s\n"),
    ("  indented\n    code", "  indented\n    code\n"), ("𝒳 🐟 日本", "𝒳 🐟 日本\n"),
  ])
  func eachRepair(dirty: String, expected: String) {
    let result = clean(dirty)
    #expect(Array(result.unicodeScalars) == Array(expected.unicodeScalars))
    #expect(clean(result) == result)
  }

  @Test func theCountsSayWhatWasDone() {
    let counts = CleanStage.clean("\u{FEFF}a \r\n\r\n\r\n\r\ncafÃ©\u{A0}\u{1}e\u{301}\n").counts
    #expect(
      counts
        == CleanStage.Counts(
          byteOrderMarks: 1, mojibake: 1, carriageReturns: 4, controls: 1, noBreakSpaces: 1,
          composed: 1, trailingBlanks: 1, blankLines: 2))
  }

  @Test func theExampleIsTheDocumentWithMostKindsOfDirt() {
    let result = CleanStage().apply([
      .sample("clean\n", id: "a"), .sample("one \n", id: "b"),
      .sample("\u{FEFF}two\u{A0}x \r\n", id: "c"), .sample(" \u{1}\n", id: "d"),
    ])
    #expect(result.kept.map(\.text) == ["clean\n", "one\n", "two x\n"])
    #expect(result.changed == 2)
    #expect(result.dropped.map(\.id) == ["d"])
    #expect(result.example?.id == "c")
    #expect(ChangeExample.visible(result.example?.before ?? "") == "\\u{FEFF}two\\u{A0}x \\r\n")
    #expect(result.example?.after == "two x\n")
  }
}
