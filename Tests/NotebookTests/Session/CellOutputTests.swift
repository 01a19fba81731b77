import Testing

@testable import Notebook

@Suite struct CellOutputTests {
  @Test func onlyATerminalBreaksWideLines() {
    func output(_ page: Page) -> CellOutput { CellOutput(on: page) { _ in "data  one two three" } }
    let terminal = output(Page(width: 14, isTerminal: true))
    #expect(terminal.text == "data  one two\n      three")
    #expect(terminal.transcript == "data  one two three")
    #expect(output(Page(width: 14)).text == "data  one two three")
  }
}
