import Foundation
import Testing

/// Ctrl-C while a cell runs.
@Suite(.serialized) struct InterruptTests {
  let place: Place

  init() throws {
    place = try Place()
    try place.write(
      """
      The ferry leaves the harbour at noon and comes back before the evening bell. Most mornings the
      keeper of the lighthouse walks down to the quay with a basket of bread, and waits for the post.
      When the wind turns to the north the crossing takes an hour longer, so the people on the island
      keep an eye on the flag above the office. A child once asked why the boat has two names; nobody
      knew, and the captain only laughed. In winter there are fewer passengers, and the deck is full
      of crates: apples, lamp oil, letters, a clock that somebody had repaired in the town. If the fog
      comes in they ring the old bell twice, and the answer is heard from the other side of the water.
      """, to: "ferry.txt")
  }

  private let endlessTraining = """
    train --data ferry.txt --name ferry --steps 1000000 --layers 1 --heads 1 --width 8 \
    --context 16 --batch 2 --vocab 260
    """

  @Test func stopsTheTrainingAndKeepsTheNotebook() throws {
    let terminal = try PseudoTerminal(at: place, columns: 120)
    try terminal.expect("In [1]: ")
    terminal.type(endlessTraining + "\r")
    try terminal.expect("/1000000")
    terminal.type("\u{3}")
    let stopped = try terminal.expect("In [2]: ")
    #expect(stopped.contains("of 1000000 steps; `train --resume ferry` goes on"))
    terminal.type("6 * 7\r")
    #expect(try terminal.expect("In [3]: ").contains("Out[2]: 42"))
    let match = try #require(stopped.firstMatch(of: /stopped after (\d+) of/))
    let steps = try #require(Int(match.output.1)) + 3
    terminal.type("train --resume ferry --steps \(steps)\r")
    #expect(try terminal.expect("In [4]: ").contains("ferry: \(steps) steps"))
    terminal.type("replay ferry\r")
    let proven = "\(steps) of \(steps) steps gave the recorded batch, loss and weights"
    #expect(try terminal.expect("In [5]: ").contains(proven))
    terminal.type("\u{4}")
    #expect(try terminal.exitStatus() == 0)
  }

  @Test func fromTheShellIsStatus130() throws {
    let words = endlessTraining.split(separator: " ").map(String.init)
    let terminal = try PseudoTerminal(words, at: place)
    try terminal.expect("/1000000")
    terminal.type("\u{3}")
    #expect(try terminal.exitStatus() == 130)
  }

  @Test func ctrlBackslashEndsTheProgramWithoutAWord() throws {
    let terminal = try PseudoTerminal(at: place)
    try terminal.expect("In [1]: ")
    terminal.type(endlessTraining + "\r")
    try terminal.expect("/1000000")
    terminal.type("\u{1C}")
    #expect(try terminal.exitStatus() == 128 + SIGQUIT)
    #expect(!terminal.raw.contains("crashed"))
  }

  @Test func aDumbTerminalShowsNoProgress() throws {
    let words = endlessTraining.replacing("1000000", with: "3").split(separator: " ")
    let terminal = try PseudoTerminal(words.map(String.init), at: place, extra: ["TERM": "dumb"])
    #expect(try terminal.exitStatus() == 0)
    #expect(!terminal.raw.contains("\u{1B}"))
  }
}
