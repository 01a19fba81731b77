extension Session {
  /// What the terminal shows before the line that the person types next.
  package var prompt: String { "In [\(cellNumber)]: " }

  /// Handles one line that the person typed: the only entry that a terminal or a pipe needs.
  ///
  /// An empty line goes on in the open lesson; while a lesson asks a question, a line that is not a
  /// command answers it; anything else is a cell. What has to be seen before the work ends (a
  /// lesson's prose, a streamed token) goes to `console.stream`, each part ended by a newline of its
  /// own; the rest is the result's text, which the caller prints with a final newline unless it is
  /// empty. Never throws.
  package func enter(line: String) -> CellResult {
    guard line.contains(where: { !$0.isWhitespace }) else {
      return CellResult(status: .done, text: "")
    }
    return run(cell: line)
  }
}
