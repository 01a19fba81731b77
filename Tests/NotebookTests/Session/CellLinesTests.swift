import Testing

@testable import Notebook

@Suite struct CellLinesTests {
  @Test(arguments: [
    ("x = (1 +", true), ("x = [1,", true), ("softmax(", true), ("(1)", false), ("x = 1", false),
    ("show (1 +", true), ("encode (", false), ("chat \"well (", false), ("\"(", false),
    ("f(\"(\")", false), ("f(\")\"", true), ("f(1 # (", true), ("(1 # )", true), ("1 # (", false),
    ("train --steps 5 \\", true), ("%time (1 +", true), ("%history (", false), ("?(", false),
    ("(]", false), (")(", false), ("", false),
  ])
  func whatGoesOn(line: String, expected: Bool) {
    #expect(testSession().isUnfinished(CellLines(line)) == expected)
  }

  @Test func anEmptyLineEndsACell() {
    var cell = CellLines("(1 +")
    cell.add("  ")
    #expect(!testSession().isUnfinished(cell))
    #expect(cell.text == "(1 +")
  }

  @Test func backslashesAreLeftOut() {
    var cell = CellLines("train \\")
    cell.add("--steps 5")
    #expect(cell.text == "train \n--steps 5")
    #expect(CellLines("a\\").text == "a\\")
  }

  @Test func severalLinesAreOneCell() {
    let session = testSession()
    #expect(session.run(cell: "x = [1,  # one\n  2]\n").text == "")
    #expect(session.run(cell: "sum(\n  x\n)").text == "3")
    #expect(session.run(cell: "show 1 +\n 2").text == "3")
    #expect(session.continuationPrompt == "   ...: ")
  }

  @Test func aCellThatNeverEndsIsOneAtSomePoint() {
    var cell = CellLines("(")
    for _ in 0..<50 { cell.add(String(repeating: "1 + ", count: 30)) }
    #expect(!testSession().isUnfinished(cell))
  }
}
