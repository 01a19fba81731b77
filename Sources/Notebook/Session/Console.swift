/// The live side of a cell, implemented by the terminal, by a pipe and by the lesson checker. The
/// notebook itself knows no terminal.
package protocol Console: AnyObject {
  /// Writes a part of the running cell's output at once (a streamed token). The text becomes part
  /// of the cell's output.
  func stream(_ text: String)
  /// Replaces the progress line (on standard error, on a terminal only); nil removes it.
  func showProgress(_ line: String?)
  /// Asks the person and returns the line, or nil at the end of input.
  func ask(_ prompt: String) -> String?
  /// True once Ctrl-C was typed since the running cell began. Long work looks often and ends with
  /// `Interrupted`.
  var isInterrupted: Bool { get }
  /// How wide the terminal is now, which may have changed since the cell began; nil if there is none.
  var columns: Int? { get }
}

extension Console {
  package var columns: Int? { nil }
}

/// A console without anybody at it: collects what is streamed.
package final class SilentConsole: Console {
  package private(set) var streamed = ""
  package init() {}
  package func stream(_ text: String) { streamed += text }
  package func showProgress(_ line: String?) {}
  package func ask(_ prompt: String) -> String? { nil }
  package var isInterrupted: Bool { false }
}

/// The person stopped the cell.
package struct Interrupted: Error, CustomStringConvertible {
  /// What holds after the interruption, for example "12 of 50 steps are recorded".
  package let outcome: String
  package init(_ outcome: String = "") { self.outcome = outcome }
  package var description: String { outcome.isEmpty ? "interrupted" : "interrupted: \(outcome)" }
}
