import ArgumentParser

/// Cells from a file, here.
struct RunMagic: CellCommand {
  static let configuration = CommandConfiguration(
    commandName: "%run",
    abstract: "Run the cells of a lesson, or of a file with cells, in this notebook.",
    discussion: """
      A lesson by its id, number or Markdown file; its prose and questions are passed over. In any \
      other file each line is a cell, or goes on with one whose brackets are open. `run`, without \
      %, plays a lesson beside the notebook.
      """)
  @Argument(help: "A lesson or a file.", completion: .file()) var lesson: String
  @OptionGroup var output: OutputOptions

  /// How deep `%run` may stand in files that `%run` runs.
  private static let depthLimit = 8

  func report(in session: Session) throws -> any Report {
    guard session.runDepth < Self.depthLimit else {
      throw MagicMistake("%run stands in files that run each other; the chain is too long")
    }
    let script = try CellScript(named: lesson, in: session)
    let (seed, console) = (session.desk.seed, session.console)
    session.runDepth += 1
    session.desk.seed = script.seed ?? seed
    if output.json { session.console = RecordingConsole(for: console) }
    defer {
      session.runDepth -= 1
      session.desk.seed = seed
      session.console = console
    }
    var report = ScriptReport()
    for cell in script.cells { report.cells.append(try run(cell, of: script, in: session)) }
    return report
  }

  private func run(_ cell: CellScript.Cell, of script: CellScript, in session: Session) throws
    -> ScriptReport.Entry
  {
    let number = session.cellNumber
    let more = "\n" + session.continuationPrompt
    session.console.stream(session.prompt + cell.text.replacing("\n", with: more) + "\n")
    let result = session.run(cell: cell.text)
    if !result.text.isEmpty { session.console.stream(result.text + "\n") }
    if result.status == .interrupted { throw Interrupted("\(script.name):\(cell.line)") }
    guard result.status == .done || cell.mayFail else {
      throw ScriptStopped(place: "\(script.name):\(cell.line)")
    }
    return ScriptReport.Entry(
      number: number, cell: cell.text, output: session.records.last?.output ?? "")
  }
}

/// What the cells of a file printed; for people it is streamed while they run.
struct ScriptReport: Report {
  struct Entry: Encodable {
    let number: Int
    let cell: String
    let output: String
  }
  var cells: [Entry] = []

  func text(on page: Page) -> String { "" }
}

/// A cell of a file failed.
struct ScriptStopped: Error, CustomStringConvertible {
  let place: String
  var description: String { "\(place): this cell failed; those below it were not run" }
}
