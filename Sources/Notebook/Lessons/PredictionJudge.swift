/// Decides whether an answer passes a question's check.
struct PredictionJudge {
  enum Verdict: Equatable {
    case right
    /// The check could not be computed with this answer, for this reason.
    case wrong(reason: String?)
  }

  let session: Session

  /// What the learner typed: the value of an expression, or a number as people write it, else a text.
  func value(of answer: String) -> Value {
    (try? session.evaluate(expression: answer)) ?? WrittenNumber.value(of: answer).map(Value.number)
      ?? .text(answer)
  }

  /// Judges a value that goes by the name `answer` in the check.
  func judge(_ answer: Value, for prediction: Prediction) -> Verdict {
    do {
      let result = try session.evaluate(expression: prediction.check, extra: ["answer": answer])
      if case .truth(true) = result { return .right }
      if case .truth = result { return .wrong(reason: nil) }
      return .wrong(reason: "the check gives \(result.kind), not true or false")
    } catch let error as ExpressionError {
      if case .text = answer { return .wrong(reason: "it is neither a number nor an expression") }
      return .wrong(reason: error.message)
    } catch {
      return .wrong(reason: String(describing: error))
    }
  }

  /// Whether the question does what its writer meant: an error for a solution that fails, and for
  /// each wrong answer that passes.
  func faults(of prediction: Prediction, in source: LessonSource) -> [LessonError] {
    var faults: [LessonError] = []
    if case .wrong(let reason) = judge(value(of: prediction.solution), for: prediction) {
      let because = reason.map { " (\($0))" } ?? ""
      faults.append(
        source.error(
          line: prediction.line,
          "the solution `\(prediction.solution)` does not pass the check"
            + " `\(prediction.check)`\(because)", "correct one of them"))
    }
    for answer in prediction.wrong where judge(value(of: answer), for: prediction) == .right {
      faults.append(
        source.error(
          line: prediction.line,
          "the wrong answer `\(answer)` passes the check `\(prediction.check)`",
          "make the check stricter, or give another wrong answer"))
    }
    return faults
  }
}
