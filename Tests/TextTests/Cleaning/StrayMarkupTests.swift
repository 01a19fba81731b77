import Testing

@testable import Text

@Suite struct StrayMarkupTests {
  @Test func tagsOnMostLinesGoAndTheLinesStay() throws {
    let text = """
      <p>Sam: Is the ferry late?</p>
      <span class="line">Una: No.</span>

      Sam: Good.<br />&nbsp;
      Una: Fish &amp; chips, 3 < 4, <email>.
      """
    let stripped = try #require(StrayMarkup.strip(text))
    #expect(
      stripped.text
        == "Sam: Is the ferry late?\nUna: No.\n\nSam: Good. \nUna: Fish & chips, 3 < 4, <email>.")
    #expect(stripped.tags == 5)
  }

  @Test func aTextThatSpeaksOfTagsIsLeftAlone() {
    let manual =
      "A paragraph is <p>.\nA break is <br>.\nBold is <b>.\n\n" + otherProse + "\nx\ny\nz"
    for text in [manual, "", "a < b\nc > d", "<p>one</p>", "<x>\n<y>\n<z>"] {
      #expect(StrayMarkup.strip(text)?.text == nil)
    }
  }
}
