/// Keeps what cells stream, so that a transcript can have it. Progress still reaches the person,
/// and so does Ctrl-C.
final class RecordingConsole: Console {
  private let person: any Console
  private var recorded = ""

  init(for person: any Console) { self.person = person }

  func stream(_ text: String) { recorded += text }
  func showProgress(_ line: String?) { person.showProgress(line) }
  func ask(_ prompt: String) -> String? { nil }
  var isInterrupted: Bool { person.isInterrupted }

  /// What was streamed since the last call, without a final newline.
  func takeStreamed() -> String {
    defer { recorded = "" }
    return recorded.hasSuffix("\n") ? String(recorded.dropLast()) : recorded
  }

  /// All that the cell printed: what it streamed since the last call, then its result, which begins
  /// on a line of its own as on a terminal.
  func output(of result: CellResult) -> String {
    let streamed = recorded
    let shown = takeStreamed()
    if result.text.isEmpty { return shown }
    if streamed.isEmpty || streamed.hasSuffix("\n") { return streamed + result.text }
    return streamed + "\n" + result.text
  }
}
