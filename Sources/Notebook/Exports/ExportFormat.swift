import ArgumentParser
import Foundation

/// What a played lesson can be written as.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
  case html, ipynb, md, text

  /// Behind the dot of a file name.
  var ending: String { self == .text ? "txt" : rawValue }

  /// The whole file. Throws `Picture.Failure`.
  func data(of document: LessonDocument) throws -> Data {
    switch self {
    case .html: Data(HTMLPage(document).text.utf8)
    case .ipynb: try JupyterNotebook(document).data()
    case .md: Data(document.markdown.utf8)
    case .text: Data(document.plainText.utf8)
    }
  }
}
