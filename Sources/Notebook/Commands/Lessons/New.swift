import ArgumentParser
import Foundation
import Models

struct New: CellCommand {
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case lesson
  }

  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write the beginnings of a lesson, to be filled in.",
    discussion: """
      The file in lessons/ is a whole lesson, with a cell and a question, that passes `lint` and \
      `check`. lessons/README.md tells how to go on.
      """)
  @Argument(help: "What to begin.") var kind: Kind
  @Argument(help: "Its id: small letters, digits and dashes, such as 06-attention.") var id: String
  @Option(help: "Its title; made of the id if not given.") var title: String?
  @Option(parsing: .upToNextOption, help: "The lessons whose runs it uses.") var needs: [String] =
    []
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard LessonStep.isID(id) else {
      throw ValidationError("'\(id)' is not an id; use small letters, digits and dashes")
    }
  }

  func report(in session: Session) throws -> any Report {
    let shelf = LessonShelf(folder: session.home.lessons)
    for need in needs where !shelf.lessons.contains(where: { $0.id == need }) {
      throw UnknownLesson(name: need, known: shelf.lessons.map(\.id), broken: shelf.broken)
    }
    let file = "lessons/\(id).md"
    let location = session.home.lessons.appendingPathComponent(id + ".md")
    guard !FileManager.default.fileExists(atPath: location.path) else {
      throw NotYet("\(file) exists already; choose another id")
    }
    if let lesson = shelf.lessons.first(where: { $0.id == id }) {
      throw NotYet("the id `\(id)` belongs to \(lesson.source.file) already; choose another")
    }
    let skeleton = LessonSkeleton(id: id, title: title, needs: needs)
    try AtomicFile.write(Data(skeleton.text.utf8), to: location)
    return NewReport(file: file, id: id)
  }
}

/// Which file was written.
struct NewReport: Report {
  let file: String
  let id: String

  func text(on page: Page) -> String {
    """
    written  \(file)
    next     write, then: glassbox lint \(id), promote \(id), check \(id), lesson \(id)
    """
  }
}
