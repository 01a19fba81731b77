/// Finds what is wrong with lessons without playing them: ids, needs, links, questions, and names
/// that mean nothing.
struct LessonLint {
  /// Every lesson of the project.
  let shelf: LessonShelf
  /// Only for questions that look at nothing but the answer; its desk stays as it is.
  let session: Session
  /// The words that `?word` explains.
  let terms: [Term]

  /// What is wrong with a lesson, by lines; nothing for a sound one.
  func faults(of lesson: Lesson) -> [LessonError] {
    let prose = LessonProse(lesson)
    let words = WordLint(lesson, on: shelf, terms: terms)
    let faults =
      NeedsLint(shelf: shelf).faults(of: lesson)
      + QuestionLint(lesson, session: session).faults
      + prose.links.compactMap { LinkLint(shelf: shelf).fault(of: $0, in: lesson) }
      + CellLint(lesson, words: words).faults
      + ProseLint(lesson, words: words, shelf: shelf).faults(in: prose)
      + FenceLint(lesson).faults
      + Self.emptySteps(of: lesson)
    return faults.enumerated()
      .sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
  }

  private static func emptySteps(of lesson: Lesson) -> [LessonError] {
    lesson.steps.filter(\.pieces.isEmpty).map { step in
      lesson.source.error(
        line: step.line, "the step `\(step.id)` is empty", "write something below its heading")
    }
  }
}
