/// Sets Markdown as HTML. A page stands alone, so only links to the web and to its own steps stay links.
struct MarkdownHTML {
  func render(_ blocks: [MarkdownBlock]) -> String {
    blocks.map { render($0) }.joined(separator: "\n")
  }

  /// A short text in Markdown, such as a question.
  func render(_ text: String) -> String { render(MarkdownParser.blocks(of: text)) }

  private func render(_ block: MarkdownBlock) -> String {
    switch block.kind {
    case .heading(let level, let inlines):
      // The title and the steps take the first two levels.
      let level = min(max(level, 3), 6)
      return "<h\(level)>\(render(inlines))</h\(level)>"
    case .paragraph(let inlines): return "<p>\(render(inlines))</p>"
    case .code(_, let text): return "<pre tabindex=\"0\"><code>\(SVG.escaped(text))</code></pre>"
    case .table(let lines): return table(lines)
    case .quote(let blocks): return "<blockquote>\n\(render(blocks))\n</blockquote>"
    case .rule: return "<hr>"
    case .list(let start, let items):
      let tag = start == nil ? "ul" : "ol"
      let first = start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
      return "<\(tag)\(first)>\n"
        + items.map { "<li>\(render(item: $0))</li>\n" }.joined() + "</\(tag)>"
    }
  }

  /// An item of one paragraph stands without the room around paragraphs.
  private func render(item blocks: [MarkdownBlock]) -> String {
    guard case .paragraph(let inlines) = blocks.first?.kind else { return render(blocks) }
    let rest = blocks.dropFirst()
    return render(inlines) + (rest.isEmpty ? "" : "\n" + render(Array(rest)))
  }

  private func render(_ inlines: [MarkdownInline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): SVG.escaped(text)
      case .code(let text): "<code>\(SVG.escaped(text))</code>"
      case .emphasis(let inner): "<em>\(render(inner))</em>"
      case .strong(let inner): "<strong>\(render(inner))</strong>"
      case .link(let inner, let address): link(render(inner), address)
      case .lineBreak: "<br>"
      }
    }.joined()
  }

  private func link(_ text: String, _ address: String) -> String {
    guard !address.hasPrefix("#") else {
      return "<a href=\"\(SVG.escaped(address))\">\(text)</a>"
    }
    guard address.hasPrefix("https://") || address.hasPrefix("http://") else { return text }
    return "<a href=\"\(SVG.escaped(address))\" rel=\"noreferrer\">\(text)</a>"
  }

  private func table(_ lines: [String]) -> String {
    let rows = lines.enumerated().filter { $0.offset != 1 }.map { index, line in
      let tag = index == 0 ? "th" : "td"
      let cells = Self.cells(of: line).map { cell in
        "<\(tag)>\(inlines(of: cell))</\(tag)>"
      }
      return "<tr>\(cells.joined())</tr>\n"
    }
    return "<div class=\"wide\" tabindex=\"0\"><table>\n\(rows.joined())</table></div>"
  }

  private func inlines(of cell: String) -> String {
    guard case .paragraph(let inlines) = MarkdownParser.blocks(of: cell).first?.kind else {
      return SVG.escaped(cell)
    }
    return render(inlines)
  }

  /// What stands between the bars of a table's line; `\|` is a bar.
  static func cells(of line: String) -> [String] {
    var cells = [""]
    var isEscaped = false
    for character in line.trimmingBlanks.dropFirst() {
      if character == "|", !isEscaped {
        cells.append("")
      } else {
        if isEscaped, character != "|" { cells[cells.count - 1] += "\\" }
        if character != "\\" || isEscaped { cells[cells.count - 1].append(character) }
      }
      isEscaped = character == "\\" && !isEscaped
    }
    if cells.last?.allSatisfy(\.isWhitespace) ?? false { cells.removeLast() }
    return cells.map(\.trimmingBlanks)
  }
}
