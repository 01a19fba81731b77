import Testing

@testable import Notebook

@Suite struct TextTableTests {
  private var table: TextTable {
    var table = TextTable([.init("name"), .init("count", .right), .init("word")])
    table.add(["blocks.0.attn.q.weight", "12", "渡し"])
    table.add(["e", "1234", "é"])
    return table
  }

  @Test func columnsAreAsWideAsTheirCells() {
    #expect(
      table.text(width: 80) == """
        name                    count  word
        blocks.0.attn.q.weight     12  渡し
        e                        1234  é
        """)
  }

  @Test func theFirstColumnGivesWay() {
    #expect(
      table.text(width: 30) == """
        name               count  word
        blocks.0.attn.q.…     12  渡し
        e                   1234  é
        """)
  }

  @Test func dottedNamesKeepTheirEnd() {
    var table = TextTable([.init("name", cutsStart: true), .init("count", .right)])
    table.add(["blocks.0.attn.out.weight", "12"])
    #expect(
      table.text(width: 25) == """
        name                count
        …0.attn.out.weight     12
        """)
  }

  @Test func aNarrowPageGetsBlocks() {
    #expect(
      table.text(width: 20) == """
        name   blocks.0.att…
        count  12
        word   渡し

        name   e
        count  1234
        word   é
        """)
  }
}
