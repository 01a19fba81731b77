extension Session {
  /// What the terminal shows before the line that the person types next.
  package var prompt: String {
    if lesson?.isAsking == true { return "Your prediction: " }
    return (place.map { $0 + "  " } ?? "") + "In [\(cellNumber)]: "
  }

  /// Handles one line that the person typed: the only entry that a terminal or a pipe needs.
  ///
  /// An empty line goes on in the open lesson; while a lesson asks a question, a line that is not a
  /// command answers it; anything else is a cell. What has to be seen before the work ends (a
  /// lesson's prose, a streamed token) goes to `console.stream`, each part ended by a newline of its
  /// own; the rest is the result's text, which the caller prints with a final newline unless it is
  /// empty. Never throws.
  package func enter(line: String) -> CellResult {
    guard line.contains(where: { !$0.isWhitespace }) else {
      guard lesson != nil else { return CellResult(status: .done, text: "") }
      return move("next")
    }
    switch kind(of: line) {
    case .command(let name) where Self.isMove(name) && !movesInRun(line): return move(line)
    case .unknownCommand, .expression:
      guard let lesson, lesson.isAsking else { return run(cell: line) }
      return result { try lesson.answer(line.trimmingBlanks, in: self) }
    default: return run(cell: line)
    }
  }

  /// Moves in a lesson are no cells: they take no number.
  private static func isMove(_ name: String) -> Bool {
    LessonMove.names.contains(name) || ["open", "lesson", "run"].contains(name)
  }

  private func move(_ line: String) -> CellResult {
    result { try run(command: ShellWords.split(line)) }
  }

  private func result(of work: () throws -> String) -> CellResult {
    do {
      return CellResult(status: .done, text: try work())
    } catch {
      return CellResult(error: error)
    }
  }
}
