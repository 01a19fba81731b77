import Notebook
import Testing

@Suite struct HarmlessTextTests {
  @Test func controlCharactersAreReplacedOneByOne() {
    #expect(
      "a\u{1B}[2Jb\u{E}\u{9B}\r\nc\td".harmless == "a\u{FFFD}[2Jb\u{FFFD}\u{FFFD}\u{FFFD}\nc\td")
  }

  @Test func otherTextIsAsItWas() {
    let text = "caf\u{E9} 渡し 🚢 \u{FFFD}"
    #expect(text.harmless == text)
  }
}
