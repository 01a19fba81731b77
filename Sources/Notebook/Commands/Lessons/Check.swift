import ArgumentParser

struct Check: CellCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Play lessons in an empty workspace and compare every transcript byte for byte.",
    discussion: """
      Every question's solution must pass its check and every wrong answer fail it. Exit status: \
      0 all the same, 1 something differs, 2 a lesson is malformed.
      """)
  @Argument(
    help: "Lessons by file, id or number; all if none is named.",
    completion: .file(extensions: ["md"])) var files: [String] = []
  @OptionGroup var output: OutputOptions

  func report(in session: Session) throws -> any Report {
    let lessons = LessonFiles(files, in: session)
    var report = CheckReport(isStreamed: !output.json)
    func add(_ item: CheckReport.Item) {
      report.items.append(item)
      if report.isStreamed { session.console.stream(item.text(on: session.page) + "\n") }
    }
    for error in lessons.broken { add(CheckReport.Item(broken: error)) }
    do {
      try LessonRehearsal(session: session).perform(lessons.wanted, on: lessons.shelf) {
        lesson, performance, isWanted in
        add(CheckReport.Item(lesson, performance, isWanted: isWanted))
      }
    } catch let error as LessonError {
      add(CheckReport.Item(broken: error))
    }
    guard report.status != .done else { return report }
    let text = output.json ? try Session.json(report) : report.text(on: session.page)
    throw report.status == .checkFailed ? CheckFailed(text) : MalformedLessons(text)
  }
}

/// At least one lesson is malformed; the text is the whole report.
struct MalformedLessons: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
