import Foundation

/// A played lesson as a Jupyter notebook, format 4.5. Its code cells hold Glassbox's language, for which
/// there is no kernel: they are read, with their outputs and pictures, and not run.
struct JupyterNotebook: Encodable {
  private struct Metadata: Encodable {
    struct Language: Encodable { let name = "glassbox" }
    let languageInfo = Language()
    let title: String
    enum CodingKeys: String, CodingKey { case title, languageInfo = "language_info" }
  }

  private let cells: [JupyterCell]
  private let metadata: Metadata
  private let nbformat = 4
  private let nbformatMinor = 5

  enum CodingKeys: String, CodingKey {
    case cells, metadata, nbformat, nbformatMinor = "nbformat_minor"
  }

  /// Throws `Picture.Failure`.
  init(_ document: LessonDocument) throws {
    let front = document.lesson.front
    metadata = Metadata(title: front.title)
    cells =
      [JupyterCell(id: "title", markdown: "# " + front.title)]
      + (try document.parts.enumerated().map { index, part in
        let id = "part-\(index + 1)"
        switch part {
        case .heading(let step, _):
          return JupyterCell(id: id, markdown: LessonDocument.markdown(of: step))
        case .prose(let blocks):
          return JupyterCell(id: id, markdown: document.source(of: blocks))
        case .cell(let played): return try JupyterCell(id: id, played)
        case .question(let prediction, let number):
          return JupyterCell(
            id: id, markdown: LessonDocument.markdown(of: prediction, number: number))
        }
      })
  }

  /// The whole file.
  func data() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return try encoder.encode(self) + Data("\n".utf8)
  }
}
