import Testing

@testable import Text

@Suite struct ChangeExampleTests {
  @Test func theExcerptLiesAroundTheFirstDifference() {
    let before = String(repeating: "a", count: 100) + "X" + String(repeating: "b", count: 300)
    let after = String(repeating: "a", count: 100) + "Y" + String(repeating: "b", count: 300)
    let example = ChangeExample(id: "d", before: before, after: after)
    let lead = "…" + String(repeating: "a", count: 40)
    #expect(example.before == lead + "X" + String(repeating: "b", count: 199) + "…")
    #expect(example.after == lead + "Y" + String(repeating: "b", count: 199) + "…")
  }

  @Test func charactersAreNotCutThrough() {
    let before = String(repeating: "é", count: 200)
    let example = ChangeExample(id: "d", before: before, after: before + "!")
    #expect(!example.before.contains("\u{FFFD}"))
    #expect(example.after.hasSuffix("é!"))
  }

  @Test func theUnseenIsSpelledOut() {
    #expect(ChangeExample.visible("a\tb\r\u{FEFF}\u{A0}é\n") == "a\\tb\\r\\u{FEFF}\\u{A0}é\n")
  }
}
