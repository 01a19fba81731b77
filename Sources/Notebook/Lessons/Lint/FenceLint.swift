/// Fences that were meant to be transcripts or questions, and are shown as prose.
struct FenceLint {
  private let lesson: Lesson
  private static let names = ["glassbox", "predict"]

  init(_ lesson: Lesson) { self.lesson = lesson }

  var faults: [LessonError] {
    let prose = lesson.steps.flatMap(\.pieces).flatMap { piece -> [MarkdownBlock] in
      if case .prose(let blocks) = piece { blocks } else { [] }
    }
    return (lesson.introduction + prose).compactMap { block in
      guard case .code(let info?, _) = block.kind else { return nil }
      return fault(info, line: block.firstLine)
    }
  }

  private func fault(_ info: String, line: Int) -> LessonError? {
    guard let name = Suggestion.nearest(to: info, in: Self.names) else { return nil }
    return lesson.source.error(
      line: line, "this fence is shown as it is: it begins with `\(lesson.source.lines[line - 1])`",
      "write three backticks and `\(name)`, in a step and at the left margin, or another word")
  }
}
