import ArgumentParser

/// What swift-argument-parser says, as it is fitting inside the notebook: without the program's
/// name, and with `?command` in place of `--help`.
enum UsageText {
  /// A command's help in `columns` columns.
  static func help(_ command: any CellCommand.Type, columns: Int) -> String {
    let root: any ParsableCommand.Type =
      Magic.names.contains(command.name) ? Magic.self : Glassbox.self
    return inNotebook(root.helpMessage(for: command, columns: columns))
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { wrapped(String($0), columns: columns) }.joined(separator: "\n")
  }

  /// A line that the parser does not wrap, such as the usage of a command with many options; options
  /// stay together with their values.
  private static func wrapped(_ line: String, columns: Int) -> String {
    guard displayWidth(of: line) > columns else { return line }
    let words = line.replacing(" [", with: "\u{0}[").split(separator: "\u{0}").map(String.init)
    return ValueText.wrapped(words, width: columns - 4, gap: 1).joined(separator: "\n    ")
  }

  /// What was wrong with a command's arguments, and its usage.
  static func mistake(_ error: any Error) -> String {
    let message = inNotebook(Glassbox.fullMessage(for: error))
    return message.hasPrefix("Error: ") ? String(message.dropFirst("Error: ".count)) : message
  }

  /// A text that was asked for: help, or the version.
  static func answer(_ error: any Error) -> String { inNotebook(Glassbox.fullMessage(for: error)) }

  private static func inNotebook(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.replacing(#/^(USAGE|Usage): glassbox /#, with: { $0.output.1 + ": " })
        .replacing(#/^  See 'glassbox (.*) --help' for more information\.$/#) {
          "?\($0.output.1) tells more"
        }
    }
    while lines.last?.allSatisfy(\.isWhitespace) ?? false { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
