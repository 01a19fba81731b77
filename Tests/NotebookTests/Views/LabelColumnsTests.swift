import Testing

@testable import Notebook

@Suite struct LabelColumnsTests {
  @Test func lettersOfAnyWidthStandAboveTheirCells() {
    let lines = LabelColumns.lines(of: ["渡し", "e\u{301}a", "b", "👩"], cellWidth: 2)
    #expect(lines == ["渡e\u{301}     ", "しa b 👩"])
    #expect(lines.allSatisfy { displayWidth(of: $0) == 8 })
    #expect(LabelColumns.lines(of: ["ab", "c"], cellWidth: 1) == ["a ", "bc"])
    #expect(LabelColumns.lines(of: [], cellWidth: 2) == [])
  }

  /// In colour every row of cells is drawn whole, so its width can be seen.
  @Test(arguments: ["attention 0", "heat blocks.0.attn.pattern[0, 0]"])
  func rowsOfCellsEndInOneColumn(cell: String) throws {
    let session = try ModelFixture.session(ModelFixture.llama)
    for text in ["the 渡し é 👩 noon", "noon\u{301} x"] {
      #expect(session.run(cell: "forward \"\(text)\"").status == .done)
      for width in [40, 80, 200] {
        session.page = Page(width: width, colour: .palette256)
        let cells = session.run(cell: cell).text.split(separator: "\n")
          .filter { $0.contains("\u{1B}[48") && !$0.contains("] ") }
        #expect(cells.count >= 3)
        #expect(Set(cells.map { widest(String($0)) }).count == 1, "\(cell) at \(width)")
      }
    }
  }
}
