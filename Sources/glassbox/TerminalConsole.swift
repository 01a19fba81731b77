import Foundation
import Notebook

/// The console of a person, or of a script that calls the program.
final class TerminalConsole: Console {
  let output = Printer(descriptor: STDOUT_FILENO)
  let errors = Printer(descriptor: STDERR_FILENO)
  private let input: any LineInput
  private let showsProgress: Bool
  /// Whether the cursor can be moved back over a word that reaches the edge.
  private let breaksLines: Bool
  private var live = LiveText()
  private var lastProgress: ContinuousClock.Instant?

  init(input: any LineInput, environment: [String: String]) {
    self.input = input
    let isDumb = environment["TERM", default: "dumb"] == "dumb"
    showsProgress = errors.isTerminal && !isDumb
    breaksLines = output.isTerminal && !isDumb
  }

  var isInterrupted: Bool { Interruption.isPending }
  var columns: Int? { output.isTerminal ? Screen.page().width : nil }

  func stream(_ text: String) {
    showProgress(nil)
    if output.isAtLineStart { live.beginLine() }
    output.write(breaksLines ? live.wrapped(text, width: Screen.width() ?? 80) : text)
  }

  /// Cut to the terminal's width, so that the line can be wiped, and shown twenty times a second at
  /// most. Not shown behind a streamed text that has not ended its line.
  func showProgress(_ line: String?) {
    guard showsProgress, output.isAtLineStart || !output.isTerminal else { return }
    guard let line else {
      if lastProgress != nil { errors.write("\r\u{1B}[K") }
      lastProgress = nil
      return
    }
    let now = ContinuousClock.now
    if let lastProgress, now - lastProgress < .milliseconds(50) { return }
    errors.write("\r\u{1B}[K" + line.prefix(Screen.page().width - 1))
    lastProgress = now
  }

  func ask(_ prompt: String) -> String? {
    showProgress(nil)
    output.finishLine()
    defer { output.noteEnter() }
    guard case .line(let answer) = input.next(prompt: prompt, purpose: .answer) else { return nil }
    return answer
  }

  /// Prints a cell's result: results and failed checks on the output, mistakes where `mistakes` says.
  func show(_ result: CellResult, mistakes: Printer) {
    showProgress(nil)
    output.finishLine()
    let isMistake = result.status == .badInput || result.status == .interrupted
    if isMistake {
      mistakes.writeProse(result.text)
    } else {
      output.writeLines(result.text)
    }
  }
}
