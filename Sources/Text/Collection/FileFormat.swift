/// How a file is read, guessed from its name.
package enum FileFormat: Equatable, Sendable {
  case plain, html, code, yaml, jsonLines

  private static let byExtension: [String: FileFormat] = {
    var table: [String: FileFormat] = [:]
    for name in ["txt", "text", "md", "markdown", "rst", ""] { table[name] = .plain }
    for name in ["html", "htm", "xhtml"] { table[name] = .html }
    for name in ["yml", "yaml"] { table[name] = .yaml }
    for name in ["jsonl", "ndjson"] { table[name] = .jsonLines }
    let code = [
      "py", "swift", "ferry", "c", "h", "cc", "cpp", "hpp", "rs", "go", "js", "ts", "java", "rb",
      "pl", "sh", "lua", "sql", "hs", "kt", "scala", "php", "r", "jl", "el", "lisp", "ml",
    ]
    for name in code { table[name] = .code }
    return table
  }()

  /// Nil when the extension belongs to no format that holds text.
  package init?(fileName: String) {
    guard let format = Self.byExtension[Self.extension(of: fileName)] else { return nil }
    self = format
  }

  /// What follows the last dot, in lower case; empty for `README` and `.profile`.
  package static func `extension`(of fileName: String) -> String {
    guard let dot = fileName.lastIndex(of: "."), dot != fileName.startIndex else { return "" }
    return fileName[fileName.index(after: dot)...].lowercased()
  }
}

extension DocumentKind {
  private static let folderNames: [String: DocumentKind] = [
    "books": .book, "web": .web, "research": .research, "code": .code,
    "conversations": .conversation, "documentation": .documentation,
  ]

  /// The kind of the file at `path`: the deepest folder named after a kind (`web`, `books`, …)
  /// decides, and without one the file's extension.
  package static func guess(path: String, format: FileFormat) -> DocumentKind {
    let components = path.split(separator: "/")
    for folder in components.dropLast().reversed() {
      if let kind = folderNames[String(folder)] { return kind }
    }
    switch format {
    case .html: return .web
    case .code: return .code
    case .yaml, .jsonLines: return .conversation
    case .plain:
      let name = components.last.map { $0.lowercased() } ?? ""
      let marks = [".md", ".markdown", ".rst", ".rst.txt"]
      return marks.contains { name.hasSuffix($0) } ? .documentation : .book
    }
  }
}
