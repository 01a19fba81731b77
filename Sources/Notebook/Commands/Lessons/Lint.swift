import ArgumentParser

struct Lint: CellCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Read lessons and say what is wrong with them, before anybody plays them.",
    discussion: """
      Refused are duplicate ids, steps without one, needs that no lesson meets, links that lead nowhere, \
      commands, options and names that do not exist, and questions whose solution fails or whose \
      wrong answer passes. Exit status: 0 nothing is wrong, 1 something is.
      """)
  @Argument(
    help: "Lessons by file, id or number; all if none is named.",
    completion: .file(extensions: ["md"])) var files: [String] = []
  @Flag(
    help: """
      Play nothing. Questions that look at what cells made are then left to `check`, which tries \
      them too.
      """)
  var quick = false
  @OptionGroup var output: OutputOptions

  func report(in session: Session) throws -> any Report {
    let lessons = LessonFiles(files, in: session)
    let blank = Session(
      home: session.home, workspace: session.workspace, console: SilentConsole(), page: .transcript)
    let lint = LessonLint(shelf: lessons.shelf, session: blank, terms: try session.terms())
    var report = LintReport(
      lessons: lessons.wanted.map { LintReport.Item($0, lint.faults(of: $0)) })
    report.unreadable = lessons.broken.map { String(describing: $0) }
    if !quick {
      let playable = lessons.wanted.filter { lesson in
        QuestionLint(lesson, session: blank).needsPlaying
          && (try? lessons.shelf.playingOrder(of: [lesson])) != nil
      }
      try LessonRehearsal(session: session).perform(playable, on: lessons.shelf) {
        lesson, outcome, isWanted in
        if isWanted { report.add(outcome, to: lesson) }
      }
    }
    guard !report.isSound else { return report }
    throw try CheckFailed(report, output, in: session)
  }
}

/// What is wrong with lessons.
struct LintReport: Report {
  /// One lesson.
  struct Item: Encodable {
    let file: String
    /// Each with its place, the complaint, and what to do.
    var faults: [String]

    init(_ lesson: Lesson, _ faults: [LessonError]) {
      file = lesson.source.file
      self.faults = faults.map(\.description)
    }
  }

  var lessons: [Item]
  /// What is wrong with the files that are no lessons.
  var unreadable: [String] = []

  var isSound: Bool { unreadable.isEmpty && lessons.allSatisfy(\.faults.isEmpty) }

  /// Adds what playing a lesson showed.
  mutating func add(_ outcome: Result<LessonPerformance, LessonError>, to lesson: Lesson) {
    guard let index = lessons.firstIndex(where: { $0.file == lesson.source.file }) else { return }
    let faults =
      switch outcome {
      case .success(let performance): performance.failures
      case .failure(let error): [error]
      }
    lessons[index].faults += faults.map(\.description).filter {
      !lessons[index].faults.contains($0)
    }
  }

  func text(on page: Page) -> String {
    let faults = lessons.flatMap(\.faults) + unreadable
    let count = lessons.count + unreadable.count
    guard !faults.isEmpty else {
      return count == 1 ? "the lesson is sound" : "\(count) lessons are sound"
    }
    let bad = lessons.count { !$0.faults.isEmpty } + unreadable.count
    return faults.joined(separator: "\n") + "\n\(LessonText.count(faults.count, "fault"))"
      + " in \(bad) of \(LessonText.count(count, "lesson"))"
  }
}
