/// Whether a lesson's cells can work: their commands, options and names exist.
struct CellLint {
  private let lesson: Lesson
  private let words: WordLint
  private let variables: LessonVariables

  init(_ lesson: Lesson, words: WordLint) {
    self.lesson = lesson
    self.words = words
    variables = LessonVariables(lesson)
  }

  /// In the order of the cells' lines.
  var faults: [LessonError] { lesson.cells.flatMap { complaints(in: $0) + joined(to: $0) } }

  /// Lines among the outputs that would be cells with a blank.
  var joinedCells: [LessonError] { lesson.cells.flatMap(joined) }

  private func joined(to cell: ScriptCell) -> [LessonError] {
    cell.output.enumerated().filter { words.isCellWithoutBlank($0.element) }.map { place, _ in
      lesson.source.error(
        line: cell.line + cell.lines.count + place,
        "this is no cell, for the blank behind `>` is missing", "write `> ` before a cell")
    }
  }

  /// A cell that shows an error on purpose has none.
  private func complaints(in cell: ScriptCell) -> [LessonError] {
    [cell].filter { !$0.isMistake }.compactMap { cell in
      let known = variables.known(to: cell)
      guard let complaint = words.complaint(about: cell.text, variables: known) else { return nil }
      // Lines after the first are joined to it by one blank each.
      var (line, column) = (0, complaint.offset)
      while line + 1 < cell.lines.count, column > cell.lines[line].count {
        column -= cell.lines[line].count + 1
        line += 1
      }
      return lesson.source.error(
        line: cell.line + line, column: column + 3, complaint.what, complaint.remedy)
    }
  }
}
