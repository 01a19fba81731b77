import Foundation
import Testing

/// The built program at a terminal.
@Suite(.serialized) struct LineEditorTests {
  let place: Place
  init() throws { place = try Place() }

  @Test func showsABannerAndAPrompt() throws {
    let terminal = try PseudoTerminal(at: place)
    let banner = try terminal.expect("In [1]: ")
    #expect(banner.split(separator: "\n").count == 3)
    #expect(banner.hasPrefix("Glassbox "))
  }

  @Test func controlDLeavesWithANewLineAndStatusZero() throws {
    let terminal = try PseudoTerminal(at: place)
    try terminal.expect("In [1]: ")
    terminal.type("\u{4}")
    try terminal.expect("\n")
    #expect(try terminal.exitStatus() == 0)
  }

  @Test func exitLeavesToo() throws {
    let terminal = try PseudoTerminal(at: place)
    try terminal.expect("In [1]: ")
    terminal.type("exit\r")
    #expect(try terminal.exitStatus() == 0)
  }

  @Test func controlCDropsTheLineAndKeepsTheNumber() throws {
    let terminal = try PseudoTerminal(at: place)
    try terminal.expect("In [1]: ")
    terminal.type("half a cell")
    try terminal.expect("half a cell")
    terminal.type("\u{3}")
    try terminal.expect("In [1]: ")
    terminal.type("nonsense\r")
    let answer = try terminal.expect("In [2]: ")
    #expect(answer.contains("error: "))
    #expect(!answer.contains("half"))
  }

  @Test func controlCLeavesASearchOfTheHistory() throws {
    let terminal = try PseudoTerminal(at: place)
    try terminal.expect("In [1]: ")
    terminal.type("\u{12}")
    try terminal.expect("reverse-i-search")
    terminal.type("\u{3}")
    // The search's own line shows a prompt too; the new one begins a line.
    try terminal.expect("\nIn [1]: ")
    terminal.type("nonsense\r")
    #expect(try terminal.expect("In [2]: ").contains("'nonsense'"))
  }

  @Test func mistakesKeepTheNotebookAlive() throws {
    let terminal = try PseudoTerminal(at: place)
    for number in 1...3 {
      try terminal.expect("In [\(number)]: ")
      terminal.type("nonsense \(number)\r")
      try terminal.expect("error: ")
    }
    try terminal.expect("In [4]: ")
  }

  @Test func aCellWithOpenBracketsGoesOnInTheNextLine() throws {
    let terminal = try PseudoTerminal(at: place)
    try terminal.expect("In [1]: ")
    terminal.type("lamp = [6,\r")
    try terminal.expect("   ...: ")
    terminal.type("7]\r")
    try terminal.expect("In [2]: ")
    terminal.type("sum(\r")
    try terminal.expect("   ...: ")
    terminal.type("lam\t)\r")
    #expect(try terminal.expect("In [3]: ").contains("Out[2]: 13"))
    // One line brings the whole cell back.
    terminal.type("\u{1B}[A\r")
    #expect(try terminal.expect("In [4]: ").contains("Out[3]: 13"))
    terminal.type("(\r")
    try terminal.expect("   ...: ")
    terminal.type("\u{3}")
    try terminal.expect("In [4]: ")
    terminal.type("(\r")
    try terminal.expect("   ...: ")
    terminal.type("\r")
    #expect(try terminal.expect("In [5]: ").contains("this ( is never closed"))
  }

  @Test func wordsInAnyScriptCanBeTypedAndErased() throws {
    let terminal = try PseudoTerminal(at: place, extra: ["LC_ALL": "", "LANG": ""])
    try terminal.expect("In [1]: ")
    // One backspace takes the whole "é", two bytes.
    terminal.type("caf\u{E9}\u{7F}\u{E8} \u{6C34}\r")
    #expect(try terminal.expect("In [2]: ").contains("caf\u{E8}"))
  }

  @Test func colourFollowsTheTerminalAndNoColor() throws {
    func promptIsColoured(_ extra: [String: String]) throws -> Bool {
      let terminal = try PseudoTerminal(at: place, extra: extra)
      #expect(terminal.shows("In [1]: "))
      return terminal.raw.contains("\u{1B}[32m")
    }
    #expect(try promptIsColoured(["TERM": "xterm-256color"]))
    #expect(try promptIsColoured(["COLORTERM": "truecolor"]))
    #expect(try !promptIsColoured(["TERM": "xterm-256color", "NO_COLOR": "1"]))
    #expect(try !promptIsColoured(["TERM": "dumb", "COLORTERM": "truecolor"]))
    #expect(try !promptIsColoured(["TERM": "vt100"]))
  }

  @Test func aNarrowedTerminalStillEdits() throws {
    let terminal = try PseudoTerminal(at: place)
    try terminal.expect("In [1]: ")
    terminal.resize(columns: 30)
    terminal.type("nonsense\r")
    try terminal.expect("In [2]: ")
    terminal.type("\u{4}")
    #expect(try terminal.exitStatus() == 0)
  }
}
