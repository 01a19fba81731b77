/// What was written of a lesson, and where.
struct LessonExportReport: Report {
  let file: String
  let format: String
  let cells: Int
  let questions: Int
  let figures: Int
  /// The lines of cells that end in an error though the lesson's file does not show it.
  let accidents: [String]

  init(file: String, format: String, document: LessonDocument) {
    self.file = file
    self.format = format
    let played = document.parts.compactMap { part in
      if case .cell(let played) = part { played } else { nil }
    }
    cells = played.count
    questions = document.lesson.predictions.count
    figures = played.count { $0.drawing != nil }
    accidents = played.filter { $0.failed && $0.cell.output != $0.lines }.map {
      "\(document.lesson.source.file):\($0.cell.line)"
    }
  }

  func text(on page: Page) -> String {
    let counts = [(cells, "cell"), (questions, "question"), (figures, "figure")]
      .filter { $0.0 > 0 }.map { NumberFormat.counted($0.0, $0.1) }
    let notes = accidents.map {
      "note     \($0): this cell ended in an error that the lesson does not show"
    }
    return (["written  \(file): \(counts.joined(separator: ", "))"] + notes)
      .joined(separator: "\n")
  }
}
