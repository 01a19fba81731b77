import CMarkdown

/// Reads Markdown with cmark-gfm and gives it as values.
struct MarkdownParser {
  /// Blocks inside blocks deeper than this are refused.
  static let deepest = 16

  private let source: LessonSource

  /// The blocks of the lines after the first `skipped` ones. Line numbers are those of the file.
  static func blocks(of source: LessonSource, skipping skipped: Int) throws -> [MarkdownBlock] {
    let blank = Array(repeating: "", count: skipped)
    let text = (blank + source.lines.dropFirst(skipped)).joined(separator: "\n") + "\n"
    guard let root = cmark_parse_document(text, text.utf8.count, CMARK_OPT_DEFAULT) else {
      preconditionFailure("cmark-gfm gave no document")
    }
    defer { cmark_node_free(root) }
    return try MarkdownParser(source: source).children(of: root, depth: 0)
  }

  /// The blocks of a short text inside a lesson, such as a question; the text itself if it is nested
  /// too deep.
  static func blocks(of text: String) -> [MarkdownBlock] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return (try? blocks(of: LessonSource(lines: lines), skipping: 0))
      ?? [
        MarkdownBlock(
          kind: .paragraph([.text(text)]), firstLine: 1, lastLine: lines.count, column: 1)
      ]
  }

  private func children(of parent: OpaquePointer, depth: Int) throws -> [MarkdownBlock] {
    var blocks: [MarkdownBlock] = []
    var next = cmark_node_first_child(parent)
    while let node = next {
      if let block = try block(node, depth: depth) { blocks.append(block) }
      next = cmark_node_next(node)
    }
    return blocks
  }

  private func block(_ node: OpaquePointer, depth: Int) throws -> MarkdownBlock? {
    let line = Int(cmark_node_get_start_line(node))
    guard depth < Self.deepest else {
      throw source.error(
        line: line, "lists or quotations nested more than \(Self.deepest) deep", "nest them less")
    }
    let last = min(Int(cmark_node_get_end_line(node)), source.lines.count)
    guard let kind = try kind(of: node, lines: line...max(line, last), depth: depth) else {
      return nil
    }
    return MarkdownBlock(
      kind: kind, firstLine: line, lastLine: last,
      column: Int(cmark_node_get_start_column(node)))
  }

  private func kind(
    of node: OpaquePointer, lines: ClosedRange<Int>, depth: Int
  ) throws -> MarkdownBlock.Kind? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HEADING:
      return .heading(level: Int(cmark_node_get_heading_level(node)), inlines(of: node))
    case CMARK_NODE_PARAGRAPH:
      let written = source.lines[(lines.lowerBound - 1)..<min(lines.upperBound, source.lines.count)]
      if depth == 0, written.allSatisfy({ $0.hasPrefix("|") }) { return .table(Array(written)) }
      return .paragraph(inlines(of: node))
    case CMARK_NODE_CODE_BLOCK:
      var length: CInt = 0
      var offset: CInt = 0
      var character: CChar = 0
      let isFenced = cmark_node_get_fenced(node, &length, &offset, &character) != 0
      return .code(
        info: isFenced ? string(cmark_node_get_fence_info(node)) : nil,
        text: string(cmark_node_get_literal(node)))
    case CMARK_NODE_LIST:
      let isNumbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      return .list(
        start: isNumbered ? Int(cmark_node_get_list_start(node)) : nil,
        items: try items(of: node, depth: depth + 1))
    case CMARK_NODE_BLOCK_QUOTE:
      return .quote(try children(of: node, depth: depth + 1))
    case CMARK_NODE_THEMATIC_BREAK:
      return .rule
    default:
      return nil
    }
  }

  private func items(of list: OpaquePointer, depth: Int) throws -> [[MarkdownBlock]] {
    var items: [[MarkdownBlock]] = []
    var next = cmark_node_first_child(list)
    while let node = next {
      items.append(try children(of: node, depth: depth))
      next = cmark_node_next(node)
    }
    return items
  }

  private func inlines(of parent: OpaquePointer, depth: Int = 0) -> [MarkdownInline] {
    var inlines: [MarkdownInline] = []
    var next = cmark_node_first_child(parent)
    while let node = next, depth < Self.deepest {
      inlines.append(contentsOf: inline(node, depth: depth))
      next = cmark_node_next(node)
    }
    return inlines
  }

  private func inline(_ node: OpaquePointer, depth: Int) -> [MarkdownInline] {
    let inner = { inlines(of: node, depth: depth + 1) }
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT: return [.text(string(cmark_node_get_literal(node)))]
    case CMARK_NODE_CODE: return [.code(string(cmark_node_get_literal(node)))]
    case CMARK_NODE_SOFTBREAK: return [.text(" ")]
    case CMARK_NODE_LINEBREAK: return [.lineBreak]
    case CMARK_NODE_EMPH: return [.emphasis(inner())]
    case CMARK_NODE_STRONG: return [.strong(inner())]
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
      return [.link(inner(), address: string(cmark_node_get_url(node)))]
    default: return inner()
    }
  }

  private func string(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
}
