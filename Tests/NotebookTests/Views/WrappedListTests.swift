import Testing

@testable import Notebook

@Suite struct WrappedListTests {
  private func list(_ items: [String], width: Int) -> String {
    WrappedList.text("ids", items, separator: " ", indent: 5, width: width)
  }

  @Test func aListThatFitsIsOneLine() {
    #expect(list(["10", "20"], width: 10) == "ids  10 20")
    #expect(list([], width: 10) == "ids  –")
  }

  @Test func aLongListGoesOnUnderItself() {
    #expect(list(["10", "20"], width: 9) == "ids  10\n     20")
    #expect(list(["1000000", "2", "3"], width: 9) == "ids  1000000\n     2 3")
    #expect(
      WrappedList.text("", tokens: ["船", "船", "a"], indent: 2, width: 7) == "  船|\n  船|a")
  }
}
