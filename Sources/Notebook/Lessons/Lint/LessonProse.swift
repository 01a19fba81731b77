/// The code and the links in a lesson's prose and questions, each with its place in the file.
struct LessonProse {
  struct Piece: Equatable {
    let text: String
    let line: Int
    let column: Int
  }

  /// What stands between backticks.
  private(set) var codes: [Piece] = []
  /// Where links and pictures lead.
  private(set) var links: [Piece] = []
  private let source: LessonSource

  init(_ lesson: Lesson) {
    source = lesson.source
    add(lesson.introduction)
    for piece in lesson.steps.flatMap(\.pieces) {
      switch piece {
      case .cell: break
      case .prose(let blocks): add(blocks)
      case .prediction(let prediction):
        let rest = source.lines.dropFirst(prediction.line)
        let last = rest.firstIndex { $0.hasPrefix("```") } ?? source.lines.count
        for text in [prediction.question, prediction.hint, prediction.because] {
          let blocks = MarkdownParser.blocks(of: text)
          add(blocks.flatMap(Self.inlines), in: prediction.line...max(last, prediction.line))
        }
      }
    }
  }

  private mutating func add(_ blocks: [MarkdownBlock]) {
    for block in blocks {
      switch block.kind {
      case .list(_, let items): items.forEach { add($0) }
      case .quote(let inner): add(inner)
      default: add(Self.inlines(of: block), in: block.firstLine...block.lastLine)
      }
    }
  }

  /// A block's own text; the cells of a table are read as if they stood alone.
  private static func inlines(of block: MarkdownBlock) -> [MarkdownInline] {
    switch block.kind {
    case .heading(_, let inlines), .paragraph(let inlines): inlines
    case .table(let rows):
      rows.flatMap { row in
        row.split(separator: "|").flatMap { cell in
          MarkdownParser.blocks(of: String(cell.drop { $0 == " " })).flatMap(Self.inlines)
        }
      }
    case .list(_, let items): items.joined().flatMap(Self.inlines)
    case .quote(let inner): inner.flatMap(Self.inlines)
    case .code, .rule: []
    }
  }

  /// Adds what inlines hold, in the order of the file; of what is written several times, each time
  /// has a place of its own.
  private mutating func add(_ inlines: [MarkdownInline], in lines: ClosedRange<Int>) {
    var from = (line: lines.lowerBound, column: 0)
    func place(of text: String) -> (line: Int, column: Int) {
      for line in from.line...max(from.line, lines.upperBound) where line <= source.lines.count {
        let skipped = line == from.line ? from.column : 0
        let written = Array(source.lines[line - 1])
        guard let column = Self.first(Array(text), in: written, from: skipped) else { continue }
        from = (line, column + text.count)
        return (line, column + 1)
      }
      return (lines.lowerBound, 1)
    }
    func visit(_ inline: MarkdownInline) {
      switch inline {
      case .text, .lineBreak: break
      case .code(let text):
        let place = place(of: text)
        codes.append(Piece(text: text, line: place.line, column: place.column))
      case .emphasis(let inner), .strong(let inner): inner.forEach(visit)
      case .link(let inner, let address):
        inner.forEach(visit)
        let place = place(of: address.isEmpty ? "()" : address)
        links.append(Piece(text: address, line: place.line, column: place.column))
      }
    }
    inlines.forEach(visit)
  }

  private static func first(
    _ text: [Character], in line: [Character], from start: Int
  ) -> Int? {
    guard line.count >= start + text.count else { return nil }
    return (start...(line.count - text.count)).first { line[$0..<$0 + text.count] == text[...] }
  }
}
