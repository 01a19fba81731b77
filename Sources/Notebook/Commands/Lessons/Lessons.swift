import ArgumentParser

struct Lessons: CellCommand {
  static let configuration = CommandConfiguration(
    commandName: "lessons", abstract: "List the lessons, what they need, and your progress.")
  @OptionGroup var output: OutputOptions

  func report(in session: Session) throws -> any Report { try LessonList(session) }
}

struct ProgressCommand: CellCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress", abstract: "See how far you came in every lesson.")
  @OptionGroup var output: OutputOptions

  func report(in session: Session) throws -> any Report {
    ProgressReport(list: try LessonList(session))
  }
}
