import Testing

@testable import Text

@Suite struct FilterStageTests {
  private func reason(_ text: String, _ kind: DocumentKind = .web) -> String? {
    FilterStage.verdict(TextQuality(text), .standard(for: kind))?.reason
  }

  @Test func proseStays() {
    for kind in DocumentKind.allCases where kind != .code { #expect(reason(prose(), kind) == nil) }
  }

  @Test func tooShort() {
    #expect(reason("Page not found.") == "too short: 3 words, at least 20")
    #expect(reason("") == "too short: 0 words, at least 20")
    #expect(reason("User: When is the ferry?\nAssistant: At noon.", .conversation) == nil)
  }

  @Test func otherLanguagesAndScripts() {
    let german = """
      Die Fähre fährt um zwölf Uhr ab und kommt nach einer Stunde auf der Insel an, wenn das \
      Wetter gut ist und der Kapitän nicht krank ist.
      """
    #expect(
      reason(german)
        == "another language: 52% of its words are German function words, 4% English ones")
    let french = """
      Le bateau part à midi et il arrive sur l'île une heure plus tard, mais les passagers ne \
      sont pas toujours contents de la mer.
      """
    #expect(reason(french)?.hasPrefix("another language: ") == true)
    #expect(reason(french)?.contains("French") == true)
    let russian = String(repeating: "Паром отходит в полдень от старой пристани. ", count: 5)
    #expect(reason(russian) == "another script: 100% of its letters are Cyrillic")
    #expect(reason(prose() + " Schadenfreude, Weltschmerz und so weiter.") == nil)
  }

  @Test func spam() {
    let lines = Array(repeating: "Buy cheap lamps at the best price today", count: 9)
    #expect(
      reason(lines.joined(separator: "\n"))
        == "repeats its lines: 89% of the text, at most 30%")
    let words = Array(repeating: "cheap lamps here", count: 20).joined(separator: " ")
    #expect(
      reason(words) == "says three words again and again: 100% of the text, at most 25%")
    let paragraphs = Array(repeating: prose(), count: 3).joined(separator: " ")
    #expect(reason(paragraphs) == "repeats runs of eight words: 66% of the text, at most 50%")
  }

  @Test func symbolsNumbersAndLines() {
    let symbols = prose() + String(repeating: " ### $$$ ||| ***", count: 20)
    #expect(reason(symbols) == "mostly symbols: 39% of the text, at most 15%")
    let numbers = (100..<160).map { "\($0 * 7919)" }.joined(separator: " the ")
    #expect(reason(numbers)?.hasPrefix("mostly numbers: 50% of its words") == true)
    let line = (0..<4000).map { "the word\($0)" }.joined(separator: " ")
    #expect(reason(line) == "lines too long: one of 50889 bytes, at most 20000")
    let list = (0..<60).map { "item\($0)" }.joined(separator: "\n")
    #expect(
      reason(list) == "no sentences: 0% of its words are like “the”, “of”, “and”, at least 4%")
  }

  @Test func unfinishedPages() {
    let page =
      "This page is under construction, so please come back another day, when the "
      + "harbour office has written about the ferry, the tide and the town."
    #expect(reason(page) == "unfinished page: it says “page is under construction”")
    #expect(reason(prose() + " Lorem ipsum dolor.") == "unfinished page: it says “lorem ipsum”")
  }

  @Test func codeHasRulesOfItsOwn() {
    let code = """
      for (i = 0; i < n; i += 2) { a[i] = (b[i] * c[i]) >> 3 & 0xFF; }
      while (*p++ = *q++) { *r |= (*p ^ *q) << 1; }
      return {"left": a[n / 2] + b[n % 2], "right": &c[~n]};
      """
    #expect(reason(code, .code) == nil)
    #expect(reason(code, .web)?.hasPrefix("mostly symbols") == true)
    let minified = "x=" + String(repeating: "f(a)+", count: 300)
    #expect(reason(minified, .code)?.hasPrefix("lines too long: one of 1502 bytes") == true)
  }

  @Test func theStageCountsEachRule() {
    let result = FilterStage().apply([
      .sample(prose(), id: "1"), .sample("short", id: "2"), .sample("tiny", id: "3"),
    ])
    #expect(result.kept.map(\.id) == ["1"])
    #expect(result.dropped.map(\.id) == ["2", "3"])
    #expect(result.done == ["too short 2"])
    #expect(result.example == ChangeExample(id: "2", before: "short", after: ""))
  }
}
