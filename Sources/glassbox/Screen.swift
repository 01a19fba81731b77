import Foundation
import Notebook

/// What the terminal on standard output can do.
enum Screen {
  /// The page for the next cell: the terminal's present width, 80 columns if there is none.
  static func page(environment: [String: String] = ProcessInfo.processInfo.environment) -> Page {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    return Page(
      width: isTerminal ? width() ?? 80 : 80,
      colour: isTerminal ? colour(environment: environment) : .none, isTerminal: isTerminal)
  }

  /// The colours that a terminal announces through its environment (https://no-color.org).
  static func colour(environment: [String: String]) -> Page.Colour {
    let terminal = environment["TERM"] ?? "dumb"
    guard environment["NO_COLOR", default: ""].isEmpty, terminal != "dumb" else { return .none }
    if ["truecolor", "24bit"].contains(environment["COLORTERM"]) { return .full }
    return terminal.contains("256color") ? .palette256 : .none
  }

  /// Whether the locale's characters are ASCII: it names another character set than UTF-8. With no
  /// locale at all the terminal is taken for one of today.
  static func isASCII(environment: [String: String]) -> Bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    guard let name = locale?.uppercased() else { return false }
    return !name.contains("UTF-8") && !name.contains("UTF8")
  }

  /// The prompt in green; the marks tell readline that the colour takes no room.
  static func decorated(prompt: String, colour: Page.Colour) -> String {
    guard colour != .none else { return prompt }
    return "\u{1}\u{1B}[32m\u{2}" + prompt + "\u{1}\u{1B}[0m\u{2}"
  }

  /// The label of a cell's value, in red.
  static func decorated(label: String, colour: Page.Colour) -> String {
    colour == .none ? label : "\u{1B}[31m\(label)\u{1B}[0m"
  }

  /// Its columns, at least 20; nil if there is no terminal.
  static func width() -> Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return max(Int(size.ws_col), 20)
  }
}
