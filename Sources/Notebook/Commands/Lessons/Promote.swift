import ArgumentParser
import Foundation

struct Promote: CellCommand {
  static let configuration = CommandConfiguration(
    commandName: "promote",
    abstract: "Play lessons and write what their cells print now into their transcripts.",
    discussion: """
      Only output lines between fences change. A lesson is left as it is if it is malformed, or if a cell \
      ends in an error where its transcript has something else.
      """)
  @Argument(
    help: "Lessons by file, id or number.", completion: .file(extensions: ["md"]))
  var files: [String]
  @OptionGroup var output: OutputOptions

  func report(in session: Session) throws -> any Report {
    let lessons = LessonFiles(files, in: session)
    if let error = lessons.broken.first { throw error }
    let terms = try session.terms()
    for lesson in lessons.wanted {
      let words = WordLint(lesson, on: lessons.shelf, terms: terms)
      if let fault = CellLint(lesson, words: words).joinedCells.first { throw fault }
    }
    var report = PromoteReport()
    try LessonRehearsal(session: session).perform(lessons.wanted, on: lessons.shelf) {
      lesson, performance, isWanted in
      let performance = try performance.get()
      guard isWanted else { return }
      if let accident = performance.newMistake { throw accident }
      let isChanged = performance.difference != nil
      if isChanged { try write(performance, in: session) }
      report.items.append(
        PromoteReport.Item(
          file: lesson.source.file, isChanged: isChanged, mistakes: performance.mistakes,
          failures: performance.failures.map(\.description)))
    }
    return report
  }

  private func write(_ performance: LessonPerformance, in session: Session) throws {
    let source = performance.lesson.source
    do {
      try performance.source.bytes.write(to: source.location, options: .atomic)
    } catch {
      throw UnwritableLesson(file: source.file)
    }
  }
}

/// A lesson file cannot be written.
struct UnwritableLesson: Error, CustomStringConvertible {
  let file: String
  var description: String {
    "cannot write \(file); it is as it was. See that its folder may be written and has room"
  }
}

/// Which lessons were rewritten.
struct PromoteReport: Report {
  /// One lesson.
  struct Item: Encodable {
    let file: String
    let isChanged: Bool
    /// The lines of cells that end in an error, for the writer to see that they should.
    let mistakes: [Int]
    /// Questions that do not do what they should.
    let failures: [String]
  }

  var items: [Item] = []

  func text(on page: Page) -> String {
    items.flatMap { item in
      ["\(item.file): \(item.isChanged ? "rewritten" : "unchanged")"]
        + item.mistakes.map { "\(item.file):\($0): note: this cell ends in an error" }
        + item.failures
    }.joined(separator: "\n")
  }
}
