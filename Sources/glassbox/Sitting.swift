import Foundation
import Notebook

/// One run of the program with a session: a notebook at the terminal, cells from a pipe, or a single
/// command.
final class Sitting {
  let session: Session
  let console: TerminalConsole
  private let input: any LineInput
  private let isInteractive: Bool

  /// - Throws: `Home.Missing` if Glassbox's content is nowhere to be found.
  init(environment: [String: String] = ProcessInfo.processInfo.environment) throws {
    let home = try Home.locate(environment: environment)
    let workspace = Workspace.fromEnvironment(environment)
    isInteractive = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    let editor = isInteractive ? LineEditor(history: HistoryFile(url: workspace.history)) : nil
    input = editor ?? PipedInput()
    console = TerminalConsole(input: input, environment: environment)
    session = Session(
      home: home, workspace: workspace, console: console, page: Screen.page())
    Interruption.catchSignals()
    editor?.makeCompleter = { [session] in try? Completer(for: session) }
    editor?.notify = { [console] in console.errors.writeLines($0) }
  }

  /// Runs one command; mistakes go to standard error. What Ctrl-C cut short is not done, even if there
  /// is something to report.
  func run(words: [String]) -> CellResult.Status {
    let result = session.run(words: words)
    console.show(result, mistakes: console.errors)
    return result.status == .done && Interruption.isPending ? .interrupted : result.status
  }

  /// Runs cells until the input ends, after the command `opening`.
  func notebook(opening: [String]) -> CellResult.Status {
    if isInteractive { greet(isOpening: !opening.isEmpty) }
    if !opening.isEmpty {
      let status = run(words: opening)
      if status != .done { return status }
    }
    return isInteractive ? runTyped() : runPiped()
  }

  private func greet(isOpening: Bool) {
    console.output.writeProse(
      isOpening
        ? "Glassbox \(Glassbox.configuration.version)"
        : """
        Glassbox \(Glassbox.configuration.version): train and use a small language model, and see inside it.
        `lessons` to learn, `?` for help; Tab completes, Ctrl-C stops, Ctrl-D leaves.
        """)
  }

  /// A person at the terminal: every ending but Ctrl-D leads to the next prompt.
  private func runTyped() -> CellResult.Status {
    while true {
      let prompt = Screen.decorated(prompt: session.prompt, colour: session.page.colour)
      switch input.next(prompt: prompt, purpose: .cell) {
      case .end: return .done
      case .interrupted: continue
      case .line(let line):
        if Self.isFarewell(line) { return .done }
        guard let cell = cell(beginning: line) else { continue }
        input.remember(cell)
        console.output.noteEnter()
        let number = session.cellNumber
        let result = enter(cell)
        let isCell = session.cellNumber == number + 1 && !line.allSatisfy(\.isWhitespace)
        let hasValue = isCell && result.status == .done && session.desk.outputs[number] != nil
        console.show(
          hasValue ? labelled(result, number: number) : result, mistakes: console.output)
      }
    }
  }

  private static func isFarewell(_ line: String) -> Bool {
    ["exit", "quit"].contains(line.trimmingCharacters(in: .whitespaces))
  }

  /// The whole cell that begins with a line; nil if Ctrl-C dropped it.
  private func cell(beginning line: String) -> String? {
    var cell = CellLines(line)
    while session.isUnfinished(cell) {
      let prompt = Screen.decorated(
        prompt: session.continuationPrompt, colour: session.page.colour)
      switch input.next(prompt: prompt, purpose: .continuation(of: cell.text)) {
      case .line(let next): cell.add(next)
      case .end: return cell.text
      case .interrupted: return nil
      }
    }
    return cell.text
  }

  /// `Out[n]:` before the value of cell `n`; a value of several lines begins on a line of its own.
  private func labelled(_ result: CellResult, number: Int) -> CellResult {
    let label = Screen.decorated(label: "Out[\(number)]:", colour: session.page.colour)
    let separator = result.text.contains("\n") ? "\n" : " "
    return CellResult(status: result.status, text: label + separator + result.text)
  }

  /// Cells from a pipe: goes on after a failed one; the status is that of the worst.
  private func runPiped() -> CellResult.Status {
    var worst = CellResult.Status.done
    while case .line(let line) = input.next(prompt: "", purpose: .cell) {
      guard !Self.isFarewell(line), let cell = cell(beginning: line) else { break }
      let result = enter(cell)
      console.show(result, mistakes: console.errors)
      if result.status.rawValue > worst.rawValue { worst = result.status }
      if result.status == .interrupted { break }
    }
    return Interruption.isPending ? .interrupted : worst
  }

  private func enter(_ line: String) -> CellResult {
    Interruption.reset()
    session.page = Screen.page()
    return session.enter(line: line)
  }
}
