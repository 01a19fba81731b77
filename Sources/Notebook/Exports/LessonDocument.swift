/// A lesson that was played, from its title to its last output: what every export is written from.
struct LessonDocument {
  enum Part {
    case heading(LessonStep, number: Int)
    case prose([MarkdownBlock])
    case cell(PlayedCell)
    case question(Prediction, number: Int)
  }

  let lesson: Lesson
  let parts: [Part]

  init(_ performance: LessonPerformance) {
    lesson = performance.lesson
    // The file's own first heading repeats the title.
    let introduction = lesson.introduction.filter {
      if case .heading(level: 1, _) = $0.kind { false } else { true }
    }
    var parts: [Part] = introduction.isEmpty ? [] : [.prose(introduction)]
    var cells = performance.outputs.makeIterator()
    var questions = 0
    for (index, step) in lesson.steps.enumerated() {
      parts.append(.heading(step, number: index + 1))
      for piece in step.pieces {
        switch piece {
        case .prose(let blocks): parts.append(.prose(blocks))
        case .cell: if let played = cells.next() { parts.append(.cell(played)) }
        case .prediction(let prediction):
          questions += 1
          parts.append(.question(prediction, number: questions))
        }
      }
    }
    self.parts = parts
  }

  /// The lines of the file that some blocks take, as they were written.
  func source(of blocks: [MarkdownBlock]) -> String {
    guard let first = blocks.first, let last = blocks.last else { return "" }
    var lines = lesson.source.lines[(first.firstLine - 1)..<last.lastLine]
    // A list takes the empty lines behind it too.
    while lines.last?.allSatisfy(\.isWhitespace) ?? false { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
