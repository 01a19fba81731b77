import ArgumentParser
import Foundation
import Models

/// Cells as the draft of a lesson.
struct SaveMagic: CellCommand {
  static let configuration = CommandConfiguration(
    commandName: "%save",
    abstract: "Write cells and what they printed into a file, as the draft of a lesson.",
    discussion: """
      For example: %save shapes.md 3-9
      Magics and moves in a lesson are left out, and Out[n] is numbered anew. `check FILE` plays \
      the draft from a clean desk.
      """)
  @Flag(name: .shortAndLong, help: "Write over a file that exists.") var force = false
  @Argument(help: "A Markdown file.", completion: .file(extensions: ["md"])) var file: String
  @Argument(help: "Numbers of cells, as in 3, 3-7 or 5-; all if none is given.")
  var cells: [String] = []
  @OptionGroup var output: OutputOptions

  func report(in session: Session) throws -> any Report {
    let location = URL(fileURLWithPath: file)
    guard file.hasSuffix(".md") else {
      throw MagicMistake("a lesson is a Markdown file; call it \(file).md")
    }
    if !force, FileManager.default.fileExists(atPath: location.path) {
      throw MagicMistake("\(file) exists; `%save --force` writes over it")
    }
    let records = try CellNumbers(cells).records(of: session)
    let draft = try LessonDraft(records, named: file, in: session)
    try AtomicFile.write(Data(draft.text.utf8), to: location)
    return SaveReport(file: file, cells: draft.count)
  }
}

/// What was saved where.
struct SaveReport: Report {
  let file: String
  let cells: Int

  func text(on page: Page) -> String {
    "\(file): \(NumberFormat.counted(cells, "cell")); `check \(file)` plays them from a clean desk"
  }
}
