import ArgumentParser

struct Run: CellCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Play a lesson without stopping; without a name, the rest of the open one.",
    discussion: """
      Questions are shown with their solutions. With --to the whole lesson is played unseen and \
      written into a file: one page for browsers, a Jupyter notebook, Markdown, or text. For \
      example: run 02-tokenization --to html
      """)
  @Argument(
    help: "The lesson's id, its number, or a Markdown file.",
    completion: .file(extensions: ["md"])) var lesson: String?
  @Option(
    name: .customLong("to"),
    help: ArgumentHelp("Write the played lesson into a file.", valueName: "format"))
  var format: ExportFormat?
  @Option(
    name: .customLong("output"),
    help: ArgumentHelp(
      "The file to write; the lesson's id with its ending, here, if none is named.",
      valueName: "file"),
    completion: .file()) var file: String?
  @Flag(name: .shortAndLong, help: "Write over a file that exists.") var force = false
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard format == nil, file != nil || force else { return }
    throw ValidationError("nothing is written without --to html, ipynb, md or text")
  }

  func report(in session: Session) throws -> any Report {
    if let format { return try export(as: format, in: session) }
    guard let lesson else {
      return try LessonReport(output, in: session) {
        try session.openLesson().runRest(in: session)
      }
    }
    guard output.json else {
      return try LessonReport(output, in: session) { try session.play(lesson: lesson) }
    }
    let shelf = LessonShelf(folder: session.home.lessons)
    let performance = try LessonPerformance(
      of: shelf.lesson(named: lesson), on: shelf, in: session.workspace, home: session.home,
      person: session.console)
    return RunReport(performance)
  }

  /// Plays the lesson, or the whole of the open one, beside the session in a copy of the workspace, so
  /// that it replaces no run, and writes the file.
  private func export(as format: ExportFormat, in session: Session) throws -> any Report {
    let shelf = LessonShelf(folder: session.home.lessons)
    let lesson = try lesson.map(shelf.lesson) ?? session.openLesson().lesson
    let target = try OutputFile(file ?? "\(lesson.id).\(format.ending)", force: force)
    let artifacts = LessonArtifacts(of: lesson, on: shelf)
    let performance = try session.workspace.withCopy(of: artifacts) { workspace in
      try LessonPerformance(
        of: lesson, on: shelf, in: workspace, home: session.home, person: session.console)
    }
    let document = LessonDocument(performance)
    try target.write(try format.data(of: document))
    return LessonExportReport(file: target.name, format: format.rawValue, document: document)
  }
}

/// What a lesson's cells printed, for machines.
struct RunReport: Report {
  /// One cell.
  struct Item: Encodable {
    let line: Int
    let cell: String
    let output: [String]
  }

  let lesson: String
  let cells: [Item]
  let seconds: Varying

  init(_ performance: LessonPerformance) {
    lesson = performance.lesson.id
    cells = performance.outputs.map {
      Item(line: $0.cell.line, cell: $0.cell.text, output: $0.lines)
    }
    seconds = Varying(performance.seconds) { "\($0) s" }
  }

  func text(on page: Page) -> String {
    cells.flatMap { ["> " + $0.cell.replacing("\n", with: "\n. ")] + $0.output }.joined(
      separator: "\n")
  }
}
