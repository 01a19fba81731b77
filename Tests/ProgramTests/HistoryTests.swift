import Foundation
import Testing

/// The lines of earlier sittings.
@Suite(.serialized) struct HistoryTests {
  let place: Place
  init() throws { place = try Place() }

  private let up = "\u{1B}[A"

  private func sit(typing lines: [String]) throws {
    let terminal = try PseudoTerminal(at: place)
    try terminal.expect("]: ")
    for line in lines {
      terminal.type(line + "\r")
      try terminal.expect("]: ")
    }
    terminal.type("\u{4}")
    #expect(try terminal.exitStatus() == 0)
  }

  @Test func theArrowRecallsALineOfTheLastSitting() throws {
    try sit(typing: ["first ferry", "second ferry"])
    let terminal = try PseudoTerminal(at: place)
    try terminal.expect("In [1]: ")
    terminal.type(up)
    try terminal.expect("second ferry")
    terminal.type(up)
    try terminal.expect("first")
  }

  @Test func controlRSearches() throws {
    try sit(typing: ["the lighthouse", "the ferry"])
    let terminal = try PseudoTerminal(at: place)
    try terminal.expect("In [1]: ")
    terminal.type("\u{12}light\r")
    let found = try terminal.expect("In [2]: ")
    #expect(found.contains("the lighthouse"))
    #expect(found.contains("error: "))
  }

  @Test func keepsNeitherBlankNorRepeatedLines() throws {
    try sit(typing: ["one", "one", "", "  ", "two", "one"])
    #expect(try String(contentsOf: place.history, encoding: .utf8) == "one\ntwo\none\n")
  }

  @Test func notebooksAtTheSameTimeKeepEachOthersLines() throws {
    let terminals = try (0..<2).map { _ in try PseudoTerminal(at: place) }
    for (index, terminal) in terminals.enumerated() {
      try terminal.expect("In [1]: ")
      terminal.type("notebook \(index)\r")
      try terminal.expect("In [2]: ")
    }
    #expect(try String(contentsOf: place.history, encoding: .utf8) == "notebook 0\nnotebook 1\n")
  }

  @Test func isCutToItsLastLines() throws {
    let lines = (1...6000).map { "line \($0)\n" }.joined()
    try place.write(lines, to: "workspace/history")
    try sit(typing: [])
    let kept = try String(contentsOf: place.history, encoding: .utf8).split(separator: "\n")
    #expect(kept.count == 5000)
    #expect(kept.first == "line 1001")
  }

  @Test func aPlaceThatCannotBeWrittenIsOneNotice() throws {
    try place.write("a file, not a folder", to: "workspace")
    let terminal = try PseudoTerminal(at: place)
    let start = try terminal.expect("In [1]: ")
    #expect(start.contains("note: lines typed here are not remembered: "))
    terminal.type("one\r")
    #expect(try !terminal.expect("In [2]: ").contains("note: "))
  }
}
