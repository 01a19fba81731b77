import Foundation
import Testing

/// Ctrl-C while a cell runs.
@Suite(.serialized) struct InterruptTests {
  let place: Place

  init() throws {
    place = try Place()
    let text = (1...400).map { "The ferry left at \($0 % 24) and came back at \($0 % 7).\n" }
    try place.write(text.joined(), to: "ferry.txt")
  }

  private let endlessTraining = """
    train --data ferry.txt --name ferry --steps 1000000 --layers 1 --heads 1 --width 8 \
    --context 16 --batch 2 --vocab 260
    """

  @Test func stopsTheTrainingAndKeepsTheNotebook() throws {
    let terminal = try PseudoTerminal(at: place)
    try terminal.expect("In [1]: ")
    terminal.type(endlessTraining + "\r")
    try terminal.expect(" of 1000000")
    terminal.type("\u{3}")
    #expect(try terminal.expect("In [2]: ").contains("interrupted"))
    terminal.type("6 * 7\r")
    #expect(try terminal.expect("In [3]: ").contains("Out[2]: 42"))
    terminal.type("\u{4}")
    #expect(try terminal.exitStatus() == 0)
  }

  @Test func fromTheShellIsStatus130() throws {
    let words = endlessTraining.split(separator: " ").map(String.init)
    let terminal = try PseudoTerminal(words, at: place)
    try terminal.expect(" of 1000000")
    terminal.type("\u{3}")
    #expect(try terminal.exitStatus() == 130)
  }

  @Test func aDumbTerminalShowsNoProgress() throws {
    let words = endlessTraining.replacing("1000000", with: "3").split(separator: " ")
    let terminal = try PseudoTerminal(words.map(String.init), at: place, extra: ["TERM": "dumb"])
    #expect(try terminal.exitStatus() == 0)
    #expect(!terminal.raw.contains("\u{1B}"))
  }
}
