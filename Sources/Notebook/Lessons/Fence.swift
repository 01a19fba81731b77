/// A fenced block that stands by itself, with the lines between its fences.
struct Fence {
  /// The first word after the opening fence.
  let kind: String
  /// The line of the opening fence.
  let line: Int
  /// The lines between the fences, as they are in the file.
  let content: ArraySlice<String>
  /// The number of the first line of `content`.
  var contentLine: Int { line + 1 }

  /// Throws a `LessonError` if the fence is never closed or a transcript is indented.
  init(_ block: MarkdownBlock, info: String, in source: LessonSource) throws {
    kind = Self.kind(of: info)
    line = block.firstLine
    let opening = source.lines[line - 1]
    let marks = opening.drop { $0 == " " }.prefix { $0 == "`" || $0 == "~" }
    let last = source.lines[block.lastLine - 1]
    let isClosed =
      block.lastLine > line && last.trimmingPrefix(" ").hasPrefix(marks)
      && last.allSatisfy { $0 == " " || $0 == marks.first }
    guard isClosed else { throw Self.unclosed(kind, line, marks, in: source) }
    content = source.lines[line..<(block.lastLine - 1)]
    let isOurs = kind == "glassbox" || kind == "predict"
    if isOurs, opening.first == " " {
      throw source.error(
        line: line, column: block.column, "this fence is indented", "put it at the left margin")
    }
    // A fence that was left open ends at the closing line of the next one.
    if content.contains(where: { Self.opensAnother($0, than: marks, isOurs: isOurs) }) {
      throw Self.unclosed(kind, line, marks, in: source)
    }
  }

  /// The first word of a fence's info string.
  static func kind(of info: String) -> String {
    String(info.prefix { !$0.isWhitespace })
  }

  private static func opensAnother(
    _ line: String, than marks: Substring, isOurs: Bool
  ) -> Bool {
    guard line.hasPrefix(marks) else { return false }
    return isOurs
      || ["glassbox", "predict"].contains(kind(of: String(line.dropFirst(marks.count))))
  }

  private static func unclosed(
    _ kind: String, _ line: Int, _ marks: Substring, in source: LessonSource
  ) -> LessonError {
    let name = kind.isEmpty ? "this fence" : "this `\(kind)` fence"
    return source.error(
      line: line, "\(name) is never closed", "put a line \(marks) after its last line")
  }
}
