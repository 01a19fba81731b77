import ArgumentParser

struct Open: NotebookOpening {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open a lesson where it was left, else at its beginning.")
  @Argument(help: "The lesson's id, its number, or a Markdown file.") var lesson: String
  @OptionGroup var output: OutputOptions

  func report(in session: Session) throws -> any Report {
    try LessonReport(output, in: session) { try session.open(lesson: lesson) }
  }
}

struct LessonCommand: NotebookOpening {
  static let configuration = CommandConfiguration(
    commandName: "lesson",
    abstract: "Open a lesson in the notebook; without a name, the first that is not finished.")
  @Argument(help: "The lesson's id, its number, or a Markdown file.") var lesson: String?
  @OptionGroup var output: OutputOptions

  func report(in session: Session) throws -> any Report {
    try LessonReport(output, in: session) { try session.open(lesson: lesson) }
  }
}
