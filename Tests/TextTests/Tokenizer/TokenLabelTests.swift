import Testing
import Text

@Suite struct TokenLabelTests {
  @Test(arguments: [
    (" the", "·the"), ("\n\n", "⏎⏎"), ("\t", "⇥"), ("\r\n", "\\u{D}⏎"), ("é", "é"),
    ("\u{301}a", "\\u{301}a"), ("e\u{301}", "e\u{301}"), ("\u{A0}", "\\u{A0}"), ("\0", "\\u{0}"),
    ("小🚢", "小🚢"), ("\u{200B}", "\\u{200B}"), ("<|end|>", "<|end|>"), ("", ""),
  ])
  func everythingIsVisible(text: String, label: String) {
    #expect(TokenLabel.text(of: Array(text.utf8)) == label)
  }

  @Test func brokenCharactersAreHexadecimal() {
    #expect(TokenLabel.text(of: [0xE2]) == "\\xE2")
    #expect(TokenLabel.text(of: [0x20, 0xF0, 0x9F]) == "·\\xF0\\x9F")
    #expect(TokenLabel.text(of: [0xC3, 0xA9, 0xC3]) == "é\\xC3")
    #expect(TokenLabel.text(of: [0xED, 0xA0, 0x80]) == "\\xED\\xA0\\x80")
  }

  @Test func tokensCarryTheirLabels() throws {
    let tokenizer = try TokenizerFixtures.trained()
    let labels = try tokenizer.labelled(tokenizer.encode("the ferry")).map(\.label)
    #expect(labels == ["the", "·ferry"])
  }
}
