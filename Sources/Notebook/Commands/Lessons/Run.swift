import ArgumentParser

struct Run: CellCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Play a lesson without stopping; without a name, the rest of the open one.",
    discussion: "Questions are shown with their solutions.")
  @Argument(
    help: "The lesson's id, its number, or a Markdown file.",
    completion: .file(extensions: ["md"])) var lesson: String?
  @OptionGroup var output: OutputOptions

  func report(in session: Session) throws -> any Report {
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
