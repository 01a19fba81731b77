/// Whether questions tell right answers from wrong ones, as far as that can be told without playing
/// the lesson.
struct QuestionLint {
  let lesson: Lesson
  private let session: Session
  private let variables: [String]

  init(_ lesson: Lesson, session: Session) {
    self.lesson = lesson
    self.session = session
    variables = LessonVariables(lesson).all
  }

  /// The faults of the questions that look at nothing but the answer.
  var faults: [LessonError] {
    lesson.predictions.filter { !needsDesk($0) }.flatMap { prediction in
      PredictionJudge(session: session).faults(of: prediction, in: lesson.source)
    }
  }

  /// True if a question looks at what cells made, so that only playing the lesson can tell.
  var needsPlaying: Bool { lesson.predictions.contains(where: needsDesk) }

  private func needsDesk(_ prediction: Prediction) -> Bool {
    let scope = AskedNames(variables: variables)
    for answer in [prediction.solution] + prediction.wrong {
      let value = (try? Evaluator.value(of: answer, in: scope)) ?? .text(answer)
      let layered = LayeredScope(front: ["answer": value], back: scope)
      _ = try? Evaluator.value(of: prediction.check, in: layered)
    }
    return scope.isDeskAsked
  }

  /// Gives no value, but remembers whether it was asked for one of the lesson's.
  private final class AskedNames: NameScope {
    private let variables: [String]
    private(set) var isDeskAsked = false
    var knownNames: [String] { [] }

    init(variables: [String]) { self.variables = variables }

    func value(named name: String) -> Value? {
      isDeskAsked =
        isDeskAsked || variables.contains(name) || name == "_" || name.hasPrefix("Out[")
        || TensorGuide.description(of: name) != nil
      return nil
    }
  }
}
