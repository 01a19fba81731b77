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

  /// A cell that shows an error on purpose has none.
  var faults: [LessonError] {
    lesson.cells.filter { !$0.isMistake }.compactMap { cell in
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
