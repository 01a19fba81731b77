@preconcurrency import CReadline
import Notebook

/// A line editor on GNU readline, for a program whose input and output are a terminal.
///
/// readline's callback interface is used, so that Ctrl-C can end the editing of a line. All of
/// readline's state is global; there is one editor, and only the main thread uses it.
final class LineEditor: LineInput {
  /// Makes the completer when Tab is typed for the first time.
  var makeCompleter: () -> Completer? = { nil } {
    didSet { ReadlineCallbacks.completer = { [makeCompleter] in makeCompleter() } }
  }
  /// Tells the person something beside the cells.
  var notify: (String) -> Void = { _ in }

  private let history: HistoryFile
  private var isHistoryLoaded = false
  private var isHistoryLost = false

  init(history: HistoryFile) {
    self.history = history
    ReadlineCallbacks.install()
  }

  func next(prompt: String, purpose: LinePurpose) -> TypedLine {
    loadHistoryOnce()
    // Ctrl-C at the prompt is about the line alone; at a running cell's question it stops the cell.
    if purpose == .cell { Interruption.reset() }
    if Interruption.isPending { return .interrupted }
    let line = edit(prompt: prompt, purpose: purpose)
    if purpose != .answer { Interruption.reset() }
    return line
  }

  private func edit(prompt: String, purpose: LinePurpose) -> TypedLine {
    // Does nothing the second time; the width may have changed while no line was edited.
    rl_initialize()
    rl_reset_screen_size()
    ReadlineCallbacks.begin(purpose)
    rl_callback_handler_install(prompt) { ReadlineCallbacks.finish($0) }
    defer { rl_callback_handler_remove() }
    while true {
      if let line = ReadlineCallbacks.finishedLine { return line }
      if waitForKey() { rl_callback_read_char() }
      // Signals that readline caught are passed on here; Ctrl-C then reaches `Interruption`.
      rl_check_signals()
      if Interruption.isPending { return discard() }
    }
  }

  /// Waits for a key, a signal, or half a second, in case a signal came just before the wait.
  private func waitForKey() -> Bool {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&input, 1, 500) > 0
  }

  private func discard() -> TypedLine {
    rl_free_line_state()
    rl_callback_sigcleanup()
    rl_callback_handler_remove()
    rl_crlf()
    fflush(rl_outstream)
    return .interrupted
  }

  private func loadHistoryOnce() {
    guard !isHistoryLoaded else { return }
    isHistoryLoaded = true
    keepingHistory { try history.load() }
  }

  /// A cell of several lines becomes one line, unless a comment ends one of them.
  func remember(_ cell: String) {
    let lines = cell.split(separator: "\n").map(String.init)
    let isOneLine = lines.count == 1 || !cell.contains("#")
    for line in isOneLine ? [lines.joined(separator: " ")] : lines where history.add(line) {
      keepingHistory { try history.append(line) }
    }
  }

  /// A history that cannot be kept is worth one notice, not an error at every line.
  private func keepingHistory(_ work: () throws -> Void) {
    guard !isHistoryLost else { return }
    do { try work() } catch {
      isHistoryLost = true
      notify("note: lines typed here are not remembered: \(error)")
    }
  }
}
