@preconcurrency import CReadline
import Notebook

/// The functions that readline calls, and what they share with `LineEditor`.
///
/// readline passes no context to them, so the state between two calls has to be static. It is
/// touched by the main thread only, inside `LineEditor.next`.
enum ReadlineCallbacks {
  nonisolated(unsafe) private(set) static var finishedLine: TypedLine?
  nonisolated(unsafe) static var completer: () -> Completer? = { nil } {
    didSet { made = nil }
  }
  nonisolated(unsafe) private static var made: Completer??
  nonisolated(unsafe) private static var completes = false
  /// The lines of the cell above the edited one, with their final newline.
  nonisolated(unsafe) private static var linesAbove = ""
  /// What the word-break hook found, for the completion function that readline calls next.
  nonisolated(unsafe) private static var completion: Completion?
  /// One break character and a final zero.
  nonisolated(unsafe) private static let wordBreak = UnsafeMutablePointer<CChar>.allocate(
    capacity: 2)

  /// Sets readline up, once.
  static func install() {
    "glassbox".withCString { rl_readline_name = UnsafePointer(strdup($0)) }
    "\"'".withCString { rl_completer_quote_characters = UnsafePointer(strdup($0)) }
    " \t\n\"'\\".withCString { rl_filename_quote_characters = UnsafePointer(strdup($0)) }
    rl_completion_word_break_hook = { ReadlineCallbacks.findWord() }
    rl_attempted_completion_function = { _, start, _ in ReadlineCallbacks.matches(from: start) }
    rl_char_is_quoted_p = { line, index in ReadlineCallbacks.isEscaped(line, index) ? 1 : 0 }
    rl_filename_quoting_function = { name, _, quote in ReadlineCallbacks.quoted(name, quote) }
  }

  static func begin(_ purpose: LinePurpose) {
    finishedLine = nil
    completes = purpose != .answer
    linesAbove = ""
    if case .continuation(let text) = purpose { linesAbove = text + "\n" }
  }

  /// Receives the line that Enter ended, or nil for Ctrl-D; the line is ours to free.
  static func finish(_ line: UnsafeMutablePointer<CChar>?) {
    // Without this readline would show the prompt again at once.
    rl_callback_handler_remove()
    guard let line else {
      finishedLine = .end
      return
    }
    finishedLine = .line(String(cString: line))
    free(line)
  }

  /// Completes at the cursor and tells readline where the word begins: behind the nearest character
  /// that is the one returned here.
  private static func findWord() -> UnsafeMutablePointer<CChar>? {
    let text = linesAbove + String(cString: rl_line_buffer)
    let above = linesAbove.utf8.count
    completion =
      completes ? theCompleter()?.completion(of: text, cursor: above + Int(rl_point)) : nil
    completion?.start -= above
    wordBreak[0] = CChar(UInt8(ascii: " "))
    wordBreak[1] = 0
    if let start = completion?.start, start > 0 { wordBreak[0] = rl_line_buffer[start - 1] }
    return wordBreak
  }

  /// readline's list of matches: their common beginning, the matches, a null pointer; all allocated
  /// with `malloc`, as readline frees them.
  private static func matches(
    from start: Int32
  ) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    rl_attempted_completion_over = 1
    guard let completion, completion.start == Int(start), !completion.candidates.isEmpty else {
      return nil
    }
    rl_filename_completion_desired = completion.areFiles ? 1 : 0
    rl_completion_append_character = completion.ending == .space ? Int32(UInt8(ascii: " ")) : 0
    let entries =
      [commonBeginning(of: completion.candidates)]
      + (completion.candidates.count > 1 ? completion.candidates : [])
    let size = (entries.count + 1) * MemoryLayout<UnsafeMutablePointer<CChar>?>.stride
    guard let memory = malloc(size) else { return nil }
    let list = memory.bindMemory(to: UnsafeMutablePointer<CChar>?.self, capacity: entries.count + 1)
    for (index, entry) in entries.enumerated() { list[index] = strdup(entry) }
    list[entries.count] = nil
    return list
  }

  private static func theCompleter() -> Completer? {
    if made == nil { made = .some(completer()) }
    return made ?? nil
  }

  private static func commonBeginning(of words: [String]) -> String {
    words.dropFirst().reduce(words[0]) { common, word in
      String(zip(common, word).prefix { $0 == $1 }.map(\.0))
    }
  }

  private static func isEscaped(_ line: UnsafeMutablePointer<CChar>?, _ index: Int32) -> Bool {
    guard let line, index > 0 else { return false }
    var backslashes = 0
    while backslashes < Int(index), line[Int(index) - 1 - backslashes] == CChar(UInt8(ascii: "\\"))
    {
      backslashes += 1
    }
    return backslashes % 2 == 1
  }

  /// A file name in double quotes, as the notebook's words are quoted; told in `quote` which mark it
  /// is, readline closes it when the name is complete.
  private static func quoted(
    _ name: UnsafeMutablePointer<CChar>?, _ quote: UnsafeMutablePointer<CChar>?
  ) -> UnsafeMutablePointer<CChar>? {
    quote?.pointee = CChar(UInt8(ascii: "\""))
    guard let name else { return nil }
    let escaped = String(cString: name).flatMap { character -> [Character] in
      character == "\"" || character == "\\" ? ["\\", character] : [character]
    }
    return strdup("\"" + String(escaped))
  }
}
