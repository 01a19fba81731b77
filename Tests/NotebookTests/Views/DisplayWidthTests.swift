import Testing

@testable import Notebook

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("ferry", 5), ("é", 1), ("e\u{301}", 1), ("渡し", 4), ("한", 2), ("ｆ", 2), ("👩‍👩‍👧", 2),
    ("❤️", 2), ("·░█…", 4), ("\u{200B}", 0), ("\n", 0), ("क्षि", 1), ("⠿", 1),
  ])
  func columns(text: String, expected: Int) { #expect(displayWidth(of: text) == expected) }

  @Test func textsArePaddedAndCutByColumns() {
    #expect("渡し".padded(to: 6) == "渡し  ")
    #expect("渡し".rightAligned(to: 5) == " 渡し")
    #expect("渡し船".truncated(to: 5) == "渡し…")
    #expect("渡し船".truncated(to: 4) == "渡…")
    #expect("ferry".truncated(to: 5) == "ferry")
    #expect("ferry".truncated(to: 0) == "")
  }

  @Test func labelsShowWhatIsInvisible() {
    #expect(VisibleText.of(" ferry\n") == "·ferry⏎")
    #expect(VisibleText.of("\t\u{1}") == "⇥�")
    #expect(VisibleText.of("") == "∅")
  }
}
