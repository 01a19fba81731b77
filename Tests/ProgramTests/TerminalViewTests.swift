import Foundation
import Notebook
import Testing

/// Views at terminals of every kind: narrow and wide, with and without colour, UTF-8 and ASCII.
@Suite(.serialized) struct TerminalViewTests {
  struct Kind: CustomTestStringConvertible, Sendable {
    let columns: UInt16
    let environment: [String: String]
    let isColoured: Bool
    let isASCII: Bool
    var testDescription: String { "\(columns) columns, \(environment)" }
  }

  private static let kinds = [80, 200].flatMap { columns in
    ["C.UTF-8", "C"].flatMap { locale in
      [
        (columns == 80 ? ["TERM": "xterm-256color"] : ["COLORTERM": "truecolor"], true),
        (["TERM": "xterm-256color", "NO_COLOR": "1"], false),
      ].map { environment, isColoured in
        Kind(
          columns: UInt16(columns), environment: environment.merging(["LC_ALL": locale]) { $1 },
          isColoured: isColoured, isASCII: locale == "C")
      }
    }
  }

  private static let views = [
    "lens", "lens --position -1", "attention 0", "flow", "heat blocks.0.attn.pattern[0, 1]",
    "show logits", "show blocks.0.attn.scores", "hist logits", "plot logits[0, -1]",
    "plot losses of one", "stats *", "names", "params", "ablate blocks.0.attn.z[0, 1]",
    "patch blocks.0.resid_post[0, -1] --from \"The bell\"", "predict \"The ferry\"",
    "why blocks.0.attn.pattern[0, 1, 2, 1]", "encode \"wave 渡し é\"", "logits[0, 0:3, 0:4]", "?",
    "?lens", "lessons", "show blocks.0.attn.patern", "fork --run one --at 3",
  ]

  private func place() throws -> Place {
    let place = try Place()
    let sentence = "The ferry leaves at noon. The 渡し bell, e\u{301}te\u{301}, rings at dusk.\n"
    try place.write(String(repeating: sentence, count: 40), to: "town.txt")
    let trained = try BuiltProgram.run(
      [
        "train", "--name", "one", "--data", "town.txt", "--steps", "3", "--layers", "1", "--heads",
        "2", "--width", "16", "--context", "24", "--batch", "2", "--vocab", "280",
      ], at: place)
    #expect(trained.status == 0, "\(trained.errors)")
    return place
  }

  @Test func everyViewFitsEveryTerminal() throws {
    let place = try place()
    for kind in Self.kinds {
      let terminal = try PseudoTerminal(
        at: place, extra: kind.environment, columns: kind.columns)
      try terminal.expect("In [1]: ")
      terminal.type("forward \"The 渡し bell e\u{301}\"\r")
      try terminal.expect("In [2]: ")
      var hasColour = false
      for (index, view) in Self.views.enumerated() {
        terminal.type(view + "\r")
        #expect(terminal.shows("In [\(index + 3)]: "))
        hasColour = hasColour || terminal.raw.contains("[48;")
        check(try terminal.expect("\nIn [\(index + 3)]: "), view, kind)
      }
      #expect(hasColour == kind.isColoured, "\(kind.testDescription)")
    }
  }

  /// - Parameter printed: the typed cell and what came behind it
  private func check(_ printed: String, _ view: String, _ kind: Kind) {
    let lines = printed.split(separator: "\n").dropFirst()
    let widest = lines.map { displayWidth(of: String($0)) }.max() ?? 0
    #expect(widest <= Int(kind.columns), "\(view), \(kind.testDescription):\n\(printed)")
    if kind.isASCII {
      #expect(lines.allSatisfy { $0.allSatisfy(\.isASCII) }, "\(view), \(kind):\n\(printed)")
    }
  }
}
