/// A `glassbox` fence: lines after `> ` are cells, lines after `. ` right below go on with them, and
/// the rest is what they print, byte for byte: one line of the file for one line of output.
enum TranscriptFence {
  /// Throws a `LessonError` for output before any cell, an empty cell, or a cell that plays lessons.
  static func cells(of fence: Fence, in source: LessonSource) throws -> [ScriptCell] {
    var cells: [ScriptCell] = []
    var remaining = fence.content
    while let first = remaining.first {
      let line = remaining.startIndex + 1
      guard isCell(first) else {
        throw source.error(
          line: line, "output stands before any cell",
          "put the cell that prints it above, after `> `"
        )
      }
      remaining.removeFirst()
      let more = remaining.prefix { $0.hasPrefix(". ") }
      remaining = remaining.dropFirst(more.count)
      let output = remaining.prefix { !isCell($0) }
      remaining = remaining.dropFirst(output.count)
      let lines = [String(first.dropFirst(2))] + more.map { String($0.dropFirst(2)) }
      try check(lines, at: line, in: source)
      cells.append(ScriptCell(lines: lines, line: line, output: Array(output)))
    }
    guard !cells.isEmpty else {
      throw source.error(
        line: fence.line, "the `glassbox` fence is empty", "put a cell into it, after `> `")
    }
    return cells
  }

  /// The lines of a cell's output, as they stand in the file.
  ///
  /// Throws a `LessonError` at the cell's line if the output has a line that would be read as
  /// something else: one that begins with `> `, with a fence, with `. ` right below the cell, or
  /// that has a control character in it.
  static func lines(of output: String, for cell: ScriptCell, in source: LessonSource) throws
    -> [String]
  {
    guard !output.isEmpty else { return [] }
    let lines = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (index, line) in lines.enumerated() {
      let isClear =
        !isCell(line) && !line.hasPrefix("```") && !(index == 0 && line.hasPrefix(". "))
        && !line.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\t") || $0.value == 0x7F }
      guard isClear else {
        throw source.error(
          line: cell.line, column: 3,
          "this cell prints a line that a transcript cannot hold: \(line.debugDescription)",
          "change the cell so that no line it prints begins with `> `, `. ` or three backticks"
            + " or has control characters")
      }
    }
    return lines
  }

  private static func isCell(_ line: String) -> Bool { line.hasPrefix("> ") || line == ">" }

  private static func check(_ lines: [String], at line: Int, in source: LessonSource) throws {
    guard lines.contains(where: { $0.contains { !$0.isWhitespace } }) else {
      throw source.error(line: line, "the cell is empty", "write a cell after `> `")
    }
    let word = lines[0].split(separator: " ").first.map(String.init) ?? ""
    guard !LessonMove.namesBarredFromLessons.contains(word) else {
      throw source.error(
        line: line, column: 3, "`\(word)` cannot be a cell of a lesson",
        "tell the reader to type it, in the prose")
    }
  }
}
