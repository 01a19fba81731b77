/// Sets Markdown as text for a page: wrapped to its width, in colour only if it has colour.
struct MarkdownText {
  let page: Page

  /// Wider lines are hard to read, however wide the terminal is.
  static let widest = 96

  /// The blocks with an empty line between them, without a final newline.
  func render(_ blocks: [MarkdownBlock]) -> String {
    lines(blocks, width: min(page.width, Self.widest)).joined(separator: "\n")
  }

  /// A short text in Markdown, such as a question or a notice.
  func render(_ text: String) -> String { render(MarkdownParser.blocks(of: text)) }

  private func lines(_ blocks: [MarkdownBlock], width: Int) -> [String] {
    var lines: [String] = []
    for block in blocks {
      if !lines.isEmpty { lines.append("") }
      lines.append(contentsOf: self.lines(block, width: width))
    }
    return lines
  }

  private func lines(_ block: MarkdownBlock, width: Int) -> [String] {
    switch block.kind {
    case .heading(let level, let inlines):
      return TextWrapper(page: page, width: width)
        .wrap(inlines, ink: level < 3 ? [.bold, .underlined] : .bold)
    case .paragraph(let inlines):
      return TextWrapper(page: page, width: width).wrap(inlines)
    case .code(_, let text):
      var written = text.split(separator: "\n", omittingEmptySubsequences: false)
      if written.last == "" { written.removeLast() }
      return written.map { $0.isEmpty ? "" : "    " + Ink.code.paint(String($0), on: page) }
    case .table(let written):
      return written
    case .quote(let blocks):
      return lines(blocks, width: width - 2).map { Ink.faint.paint("│ ", on: page) + $0 }
    case .rule:
      return [Ink.faint.paint(String(repeating: "─", count: width), on: page)]
    case .list(let start, let items):
      return items.enumerated().flatMap { index, item in
        self.item(item, mark: start.map { "\($0 + index). " } ?? "• ", width: width)
      }
    }
  }

  private func item(_ blocks: [MarkdownBlock], mark: String, width: Int) -> [String] {
    let indent = String(repeating: " ", count: mark.count)
    let inner = lines(blocks, width: max(width - mark.count, 8))
    guard !inner.isEmpty else { return [mark] }
    return inner.enumerated().map { index, line in
      index == 0 ? mark + line : (line.isEmpty ? "" : indent + line)
    }
  }
}
