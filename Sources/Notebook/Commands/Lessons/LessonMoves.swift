import ArgumentParser

/// The commands that move about in the open lesson. They are no cells: they take no number.
enum LessonMove {
  static let commands: [any CellCommand.Type] = [
    Next.self, Back.self, GoTo.self, Restart.self, Hint.self, Solution.self, Skip.self,
  ]
  /// The words that call them.
  static let names = commands.compactMap { $0.configuration.commandName }
  /// Those that move in a travelled run too.
  static let namesSharedWithRuns = [Back.name, GoTo.name]
  /// Those that only lessons know and the others that play lessons, which no lesson may have as a
  /// cell.
  static let namesBarredFromLessons =
    names.filter { !namesSharedWithRuns.contains($0) }
    + [
      "open", "lesson", "run", "check", "promote", "lint", "new", "save", RunMagic.name,
      SaveMagic.name,
    ]
}

/// What a move in a lesson shows.
struct LessonReport: Report {
  private let shown: String

  /// Does the work; for machines, what it streams becomes part of the report.
  init(_ output: OutputOptions, in session: Session, _ work: () throws -> String) throws {
    guard output.json else {
      shown = try work()
      return
    }
    let console = session.console
    let recording = RecordingConsole(for: console)
    session.console = recording
    defer { session.console = console }
    shown = recording.output(of: CellResult(status: .done, text: try work()))
  }

  func text(on page: Page) -> String { shown }
  private enum CodingKeys: String, CodingKey { case shown = "text" }
}

struct Next: CellCommand {
  static let configuration = CommandConfiguration(
    commandName: "next", abstract: "Go on in the open lesson; an empty Enter does the same.")
  @OptionGroup var output: OutputOptions

  func report(in session: Session) throws -> any Report {
    try LessonReport(output, in: session) { try session.openLesson().next(in: session) }
  }
}

struct Back: CellCommand {
  static let configuration = CommandConfiguration(
    commandName: "back",
    abstract:
      "Go back: so many steps of the travelled run, or to the lesson's step before this one.",
    discussion:
      "In a lesson's step it goes to the beginning. While a run is travelled, it is meant.")
  @Argument(help: "How many steps of the run; 1 if left out.") var count: Int?
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard count ?? 1 >= 1 else {
      throw ValidationError("back \(count ?? 0): go back at least 1 step")
    }
  }

  func report(in session: Session) throws -> any Report {
    switch try Mover(in: session) {
    case .run: return try session.move(by: -(count ?? 1))
    case .lesson where count != nil: throw NotTravelling(runs: session.runNames)
    case .lesson(let lesson):
      return try LessonReport(output, in: session) { lesson.back(in: session) }
    }
  }
}

struct GoTo: CellCommand {
  static let configuration = CommandConfiguration(
    commandName: "goto",
    abstract: "Go to a step of the travelled run, or of the lesson.",
    discussion: """
      While a run is travelled, a number is a step of the run. Else it goes to a step of the open \
      lesson, with the desk that it begins with: cells on the way that were not run yet are run, but \
      not shown.
      """)
  @Argument(help: "A number, or the id of a lesson's step.") var step: String
  @OptionGroup var output: OutputOptions

  func report(in session: Session) throws -> any Report {
    switch try Mover(for: step, in: session) {
    case .run(let travel):
      guard let number = Int(step) else {
        throw NotYet("'\(step)' is no step of run '\(travel.run.folder.name)'; give its number")
      }
      return try session.go(to: number, in: travel.path)
    case .lesson(let lesson):
      return try LessonReport(output, in: session) { try lesson.go(to: step, in: session) }
    }
  }
}

struct Restart: CellCommand {
  static let configuration = CommandConfiguration(
    commandName: "restart", abstract: "Play the open lesson from its beginning, on a clean desk.")
  @OptionGroup var output: OutputOptions

  func report(in session: Session) throws -> any Report {
    try LessonReport(output, in: session) { try session.openLesson().restart(in: session) }
  }
}

struct Hint: CellCommand {
  static let configuration = CommandConfiguration(
    commandName: "hint", abstract: "Get a hint for the lesson's question.")
  @OptionGroup var output: OutputOptions

  func report(in session: Session) throws -> any Report {
    try LessonReport(output, in: session) { try session.openLesson().hint(in: session) }
  }
}

struct Solution: CellCommand {
  static let configuration = CommandConfiguration(
    commandName: "solution", abstract: "See a right answer to the lesson's question, and why.")
  @OptionGroup var output: OutputOptions

  func report(in session: Session) throws -> any Report {
    try LessonReport(output, in: session) { try session.openLesson().showSolution(in: session) }
  }
}

struct Skip: CellCommand {
  static let configuration = CommandConfiguration(
    commandName: "skip", abstract: "Pass the lesson's question over, and see a right answer.")
  @OptionGroup var output: OutputOptions

  func report(in session: Session) throws -> any Report {
    try LessonReport(output, in: session) { try session.openLesson().skip(in: session) }
  }
}
