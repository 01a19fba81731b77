extension Tidewick {
  /// One file that the generator makes.
  package struct MadeFile: Sendable, Equatable {
    /// Where it goes below `data/tidewick`, as in `made/books/nell-and-the-red-kite.txt`.
    package var path: String
    package let kind: DocumentKind
    /// The text as it was before any dress and any dirt.
    package var plain: String
    /// What is written: for a web page the HTML, for a damaged document the damage.
    package var contents: [UInt8]

    init(path: String, kind: DocumentKind, plain: String, contents: String? = nil) {
      self.path = path
      self.kind = kind
      self.plain = plain
      self.contents = Array((contents ?? plain).utf8)
    }

    /// The contents as text; bytes that are not UTF-8 become U+FFFD.
    var text: String { String(decoding: contents, as: UTF8.self) }
  }

  /// `made/books`, `made/web`, ... for each kind.
  static func folder(_ kind: DocumentKind) -> String {
    switch kind {
    case .book: "made/books"
    case .web: "made/web"
    case .research: "made/research"
    case .code: "made/code"
    case .conversation: "made/conversations"
    case .documentation: "made/documentation"
    }
  }

  /// `The Red Kite` becomes `the-red-kite`.
  static func slug(_ title: String) -> String {
    let dashed = title.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    return String(dashed).split(separator: "-").joined(separator: "-")
  }
}
