/// Hands everything on to the console at which the person sits, and keeps what a cell streams.
final class EchoConsole: Console {
  let person: any Console
  private(set) var streamed = ""
  /// A cell that streams more than anybody reads is kept up to here, in UTF-8 bytes.
  private static let limit = 1 << 20

  init(_ person: any Console) { self.person = person }

  func stream(_ text: String) {
    if streamed.utf8.count < Self.limit { streamed += text }
    person.stream(text)
  }

  func showProgress(_ line: String?) { person.showProgress(line) }
  func ask(_ prompt: String) -> String? { person.ask(prompt) }
  var isInterrupted: Bool { person.isInterrupted }
  var columns: Int? { person.columns }
}
