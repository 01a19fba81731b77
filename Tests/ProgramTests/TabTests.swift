import Foundation
import Testing

/// Tab at the terminal, through readline.
@Suite(.serialized) struct TabTests {
  let place: Place
  init() throws { place = try Place() }

  /// Types `line` and Tab, and waits for `completed` to stand there.
  private func expectTab(_ line: String, completes completed: String) throws {
    let terminal = try PseudoTerminal(at: place)
    try terminal.expect("In [1]: ")
    terminal.type(line + "\t|")
    try terminal.expect(completed + "|")
  }

  @Test func completesACommandAndAddsASpace() throws {
    try expectTab("trai", completes: "train ")
  }

  @Test func completesAnOption() throws {
    try expectTab("train --ste", completes: "train --steps ")
  }

  @Test func completesAFile() throws {
    try place.write("a", to: "harbour.txt")
    try expectTab("train --data harb", completes: "train --data harbour.txt ")
  }

  @Test func marksAFolderWithASlash() throws {
    try place.write("a", to: "harbour/one.txt")
    try expectTab("train --data harb", completes: "train --data harbour/")
    try expectTab("train --data harbour/o", completes: "harbour/one.txt ")
  }

  @Test func quotesAFileNameWithASpace() throws {
    try place.write("a", to: "my harbour.txt")
    try expectTab("train --data my", completes: "train --data \"my harbour.txt\" ")
    try expectTab("train --data \"my ha", completes: "train --data \"my harbour.txt\" ")
    try expectTab("train --data my\\ ha", completes: "train --data \"my harbour.txt\" ")
  }

  @Test func completesAFunctionInsideAnExpression() throws {
    try expectTab("x = 1 + softm", completes: "x = 1 + softmax(")
  }

  @Test func completesAVariable() throws {
    let terminal = try PseudoTerminal(at: place)
    try terminal.expect("In [1]: ")
    terminal.type("lighthouse = 2\r")
    try terminal.expect("In [2]: ")
    terminal.type("3*lighth\t * 7\r")
    #expect(try terminal.expect("In [3]: ").contains("Out[2]: 42"))
  }

  @Test func completesALessonAndItsSteps() throws {
    try place.write(
      """
      ---
      id: 07-harbour
      title: "The harbour"
      needs: []
      minutes: 1
      seed: 1
      ---

      A harbour.

      ## The quay {#the-quay}

      A quay.
      """, to: "lessons/07-harbour.md")
    try expectTab("open 07", completes: "open 07-harbour ")
    let terminal = try PseudoTerminal(["lesson", "07-harbour"], at: place)
    try terminal.expect("In [1]: ")
    terminal.type("goto th\t|")
    try terminal.expect("goto the-quay |")
  }

  @Test func twiceListsWhatIsPossible() throws {
    let terminal = try PseudoTerminal(at: place)
    try terminal.expect("In [1]: ")
    terminal.type("train --w\t\t")
    let list = try terminal.expect("In [1]: train --w")
    #expect(list.contains("--width"))
    #expect(list.contains("--warmup"))
  }

  @Test func offersNothingWhileNothingFits() throws {
    try expectTab("zzz", completes: "zzz")
  }
}
