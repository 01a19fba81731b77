import ArgumentParser
import Text

/// One document on the desk.
struct DocumentCommand: CellCommand {
  static let configuration = CommandConfiguration(
    commandName: "document",
    abstract: "Read one document as it is now, or list those whose id contains a text.")

  @Argument(help: "A document's id, a part of one, or its number counted from 0.")
  var id = ""
  @Option(help: "How many characters to show.")
  var characters = 600
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard characters > 0 else { throw ValidationError("--characters \(characters): at least 1") }
  }

  func report(in session: Session) throws -> any Report {
    let documents = try session.collectedDocuments().documents
    if let number = Int(id) {
      guard documents.indices.contains(number) else {
        throw NotYet("there are documents 0 to \(documents.count - 1), not \(number)")
      }
      return DocumentReport(found: [documents[number]], characters: characters)
    }
    if let document = documents.first(where: { $0.id == id }) {
      return DocumentReport(found: [document], characters: characters)
    }
    let found = documents.filter { id.isEmpty || $0.id.contains(id) }
    guard !found.isEmpty else { throw NotYet("no document's id contains '\(id)'") }
    return DocumentReport(found: found, characters: characters)
  }
}

/// A document's text, or the ids of several.
struct DocumentReport: Report {
  let found: [Document]
  let characters: Int

  func text(on page: Page) -> String {
    guard found.count == 1, let document = found.first else {
      let shown = found.prefix(12).map(\.id)
      let rest = found.count > 12 ? ["… and \(found.count - 12) more"] : []
      return (shown + rest).joined(separator: "\n")
    }
    let text = ChangeExample.visible(document.text)
    let cut = text.count > characters ? "\n… \(text.count - characters) characters more" : ""
    return "\(document.id) (\(document.kind.rawValue), \(document.text.utf8.count) bytes)\n"
      + text.prefix(characters) + cut
  }
}
