/// Which steps of which lessons were played in a workspace, and how its questions were answered.
package struct Progress: Codable, Equatable, Sendable {
  package var version = 1
  /// By id.
  package private(set) var lessons: [LessonProgress] = []

  package init() {}

  /// The progress in one lesson; empty if it was never opened.
  package subscript(id: String) -> LessonProgress {
    get { lessons.first { $0.id == id } ?? LessonProgress(id: id) }
    set {
      lessons.removeAll { $0.id == id }
      lessons.append(newValue)
      lessons.sort { $0.id < $1.id }
    }
  }
}

/// How far a person came in one lesson.
package struct LessonProgress: Codable, Equatable, Sendable {
  package let id: String
  /// The ids of the steps whose every piece was played, in the order in which that happened.
  package var steps: [String] = []
  /// Where the lesson was left; nil if it was played to its end, or not begun.
  package var bookmark: LessonBookmark?
  /// The questions that are closed.
  package var predictions: [PredictionRecord] = []

  package init(id: String) { self.id = id }

  /// How many steps of the lesson, as it is now, were played.
  package func count(in lesson: Lesson) -> Int {
    lesson.steps.count { steps.contains($0.id) }
  }

  /// True once every step was played.
  package func isComplete(_ lesson: Lesson) -> Bool { count(in: lesson) == lesson.steps.count }

  /// How many questions were answered rightly.
  package var right: Int { predictions.count { $0.outcome == .right } }

  /// Notes that a step was played to its end.
  package mutating func finish(step: String) {
    if !steps.contains(step) { steps.append(step) }
  }

  /// Notes how a question was closed. A later time replaces the earlier one, but a question that was
  /// answered rightly stays so.
  package mutating func close(_ record: PredictionRecord) {
    let isRight = predictions.contains { $0.question == record.question && $0.outcome == .right }
    guard !isRight else { return }
    predictions.removeAll { $0.question == record.question }
    predictions.append(record)
  }
}

/// Where a lesson was left.
package struct LessonBookmark: Codable, Equatable, Sendable {
  /// The step's id.
  package let step: String
  /// How many parts of the step were played: its heading, runs of prose, cells and questions.
  package let moment: Int
}

/// How a question was closed.
package struct PredictionRecord: Codable, Equatable, Sendable {
  package enum Outcome: String, Codable, Sendable { case right, shown, skipped }
  /// The step's id and the question's number in the step: `merges/1`.
  package let question: String
  package let outcome: Outcome
  /// Answers that were given.
  package let tries: Int
}
