/// Where typed lines come from.
protocol LineInput: AnyObject {
  func next(prompt: String, purpose: LinePurpose) -> TypedLine
  /// Keeps a whole cell for those who want it again.
  func remember(_ cell: String)
}

/// What a line is for. Cells have completion, answers have none.
enum LinePurpose: Equatable {
  case cell
  /// A further line of a cell that began with this text.
  case continuation(of: String)
  case answer
}

/// What came instead of, or as, a line.
enum TypedLine: Equatable {
  case line(String)
  /// Ctrl-C: the line is discarded.
  case interrupted
  /// Ctrl-D on an empty line, or the end of a pipe.
  case end
}

/// Lines from a pipe or a file; prompts are not shown.
final class PipedInput: LineInput {
  func next(prompt: String, purpose: LinePurpose) -> TypedLine {
    guard let line = readLine() else { return Interruption.isPending ? .interrupted : .end }
    return .line(line)
  }

  func remember(_ cell: String) {}
}
