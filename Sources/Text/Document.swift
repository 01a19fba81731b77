/// The six kinds of text that a language model's diet is made of.
package enum DocumentKind: String, Codable, CaseIterable, Sendable {
  case book, web, research, code, conversation, documentation
}

/// One piece of collected text. `id` is its path inside the source, and never changes on the way
/// through the pipeline.
package struct Document: Codable, Equatable, Sendable {
  package let id: String
  package let source: String
  package let kind: DocumentKind
  package var text: String

  package init(id: String, source: String, kind: DocumentKind, text: String) {
    self.id = id
    self.source = source
    self.kind = kind
    self.text = text
  }
}
