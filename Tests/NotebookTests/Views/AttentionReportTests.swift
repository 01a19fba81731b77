import Testing

@testable import Notebook

@Suite struct AttentionReportTests {
  private func report(_ rows: [[Float]]) -> AttentionReport {
    AttentionReport(layer: 0, tokens: ["a", "b"], heads: [rows])
  }

  @Test func whatIsNoNumberIsMarked() {
    let page = Page(width: 40)
    let text = report([[1, 0], [.nan, .nan]]).text(on: page)
    #expect(text.contains("1 b  ????"), "\(text)")
    #expect(text.contains("?? NaN"))
    #expect(!report([[1, 0], [0.5, 0.5]]).text(on: page).contains("NaN"))
  }

  @Test(arguments: [Page.Colour.none, .palette256, .full])
  func aShareThatIsNoNumberHasAColour(_ colour: Page.Colour) {
    #expect(ColourScale.painted("a", .nan, colour) == ColourScale.painted("a", 0, colour))
  }
}
