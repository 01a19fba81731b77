/// Takes the reading text out of its wrapping.
package struct ExtractStage: PipelineStage {
  package let name = "extract"
  package let summary =
    "take the text out of HTML and reStructuredText, and the book out of its licence"

  package init() {}

  package func apply(_ documents: [Document]) -> StageResult {
    .rewriting(documents) { document in
      var tallies = Self.noTallies
      var text = document.text
      switch Self.markup(of: document) {
      case .html:
        let page = HTMLExtractor.extract(text)
        text = page.text
        for index in page.tallies.indices { tallies[index] = page.tallies[index] }
      case .reStructuredText:
        let page = ReStructuredText.extract(text)
        text = page.text
        tallies[Self.directives].count = page.directives
        tallies[Self.directives + 1].count = page.headings
      case .none:
        if document.kind != .code, let plain = StrayMarkup.strip(text) {
          text = plain.text
          tallies[0].count = plain.tags
        }
      }
      if document.kind != .code, let book = GutenbergFrame.strip(text) {
        text = book.text
        tallies[Self.directives + 2].count = book.lines
      }
      return (text, tallies)
    }
  }

  /// The markup a document is written in.
  package enum Markup: Equatable, Sendable { case html, reStructuredText, none }

  /// Told by the name, and for web pages without one by the first bytes.
  package static func markup(of document: Document) -> Markup {
    let id = document.id.lowercased()
    if [".html", ".htm", ".xhtml"].contains(where: id.hasSuffix) { return .html }
    if id.hasSuffix(".rst") || id.hasSuffix(".rst.txt") { return .reStructuredText }
    return document.kind != .code && HTMLExtractor.looksLikeHTML(document.text) ? .html : .none
  }

  private static let directives = 1 + HTMLBoilerplate.labels.count
  private static let noTallies =
    [Tally("tags", 0)] + HTMLBoilerplate.labels.map { Tally($0, 0) }
    + [Tally("directives", 0), Tally("reST headings", 0), Tally("licence lines", 0)]
}
