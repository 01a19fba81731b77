import Testing

@testable import Text

@Suite struct GutenbergFrameTests {
  @Test func theBookIsTakenOutOfItsLicence() throws {
    let text = """
      \u{FEFF}Project Gutenberg's A Book\r
      \r
      *** START OF THIS PROJECT GUTENBERG EBOOK A BOOK ***\r
      \r
      Produced by volunteers\r
      and others.\r
      \r
      It was a night.\r
      *** * ***\r
      It ended.\r
      \r
      End of Project Gutenberg's A Book\r
      \r
      *** END OF THIS PROJECT GUTENBERG EBOOK A BOOK ***\r
      Licence.\r
      """
    let stripped = try #require(GutenbergFrame.strip(text))
    #expect(stripped.text == "\r\nIt was a night.\r\n*** * ***\r\nIt ended.\r\n\r\n")
    #expect(stripped.lines == 10)
  }

  @Test func aCreditAloneIsTakenOff() {
    #expect(GutenbergFrame.strip("\nProduced by A. B.\n\nText\n")?.text == "\nText\n\n")
  }

  @Test func aBookWithoutFrameIsLeftAlone() {
    #expect(GutenbergFrame.strip("The candles were produced by hand.\n\nEnd of the story.") == nil)
    #expect(GutenbergFrame.strip("") == nil)
  }
}
