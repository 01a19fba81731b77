import ArgumentParser

/// Which tensors there are.
package struct Names: CellCommand {
  package static let configuration = CommandConfiguration(
    abstract: "List the tensors there are, with their shapes.",
    discussion: "For example: names blocks.0.*  (* is any text, ? one character)")

  @Argument(help: ArgumentHelp("Patterns; all names without one.", valueName: "pattern"))
  package var patterns: [String] = []
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func report(in session: Session) throws -> any Report {
    let all = session.tensorNames
    for pattern in patterns where !all.contains(where: { Glob.matches($0.name, pattern) }) {
      throw NoSuchNames(
        pattern: pattern, suggestion: Suggestion.nearest(to: pattern, in: all.map(\.name)))
    }
    return NamesTable(
      names: patterns.isEmpty
        ? all
        : all.filter { name in patterns.contains { Glob.matches(name.name, $0) } })
  }
}

/// A pattern that stands for nothing.
struct NoSuchNames: Error, CustomStringConvertible {
  let pattern: String
  let suggestion: String?

  var description: String {
    "no name is like '\(pattern)'\n"
      + (suggestion.map { "did you mean '\($0)'?" }
        ?? "'names' lists all; * is any text, ? one character")
  }
}
