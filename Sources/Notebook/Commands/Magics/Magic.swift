import ArgumentParser

/// The magics: cells about cells. They are declared as commands are, but belong to the notebook, not
/// to the shell.
package struct Magic: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "glassbox", abstract: "Cells about cells.", subcommands: commands)

  /// Every magic, in the order in which help lists them.
  package static let commands: [any CellCommand.Type] = [
    HistoryMagic.self, SaveMagic.self, RunMagic.self, ResetMagic.self, TimeMagic.self,
  ]

  /// The words that call them.
  package static let names = commands.map { $0.name }

  package init() {}
}

/// A magic cannot do what it was asked for; says why and what to do.
struct MagicMistake: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

extension Session {
  /// Runs the magic `name`, which stands at `range` in the cell of this number.
  func runMagic(_ name: String, _ range: Range<Int>, _ cell: String, number: Int) throws
    -> CellOutput
  {
    guard Magic.names.contains(name) else {
      throw ExpressionError(
        "there is no magic '\(name)'",
        remedy: Suggestion.question(for: name, in: Magic.names)
          ?? "there are " + Magic.names.joined(separator: ", "), source: cell, range: range)
    }
    if name == TimeMagic.name {
      let timed = String(cell.dropFirst(range.upperBound)).trimmingBlanks
      if !timed.isEmpty, timed != "--help", timed != "-h" { return try time(timed, number: number) }
    }
    return try output(of: ShellWords.split(cell), below: Magic.self)
  }
}
