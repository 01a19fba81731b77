/// Where typed lines come from.
protocol LineInput: AnyObject {
  func next(prompt: String, purpose: LinePurpose) -> TypedLine
}

/// What a line is for: cells have completion and are kept in the history, answers are not.
enum LinePurpose { case cell, answer }

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
}
