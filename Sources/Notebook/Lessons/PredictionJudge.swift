/// Decides whether an answer passes a question's check.
struct PredictionJudge {
  enum Verdict: Equatable {
    case right
    /// The check could not be computed with this answer, for this reason.
    case wrong(reason: String?)
  }

  let session: Session

  /// The answer is what the learner typed, as an expression if it is one, else as a text.
  func judge(_ answer: String, for prediction: Prediction) -> Verdict {
    let value = (try? session.evaluate(expression: answer)) ?? .text(answer)
    do {
      let result = try session.evaluate(expression: prediction.check, extra: ["answer": value])
      if case .truth(true) = result { return .right }
      if case .truth = result { return .wrong(reason: nil) }
      return .wrong(reason: "the check gives \(result.kind), not true or false")
    } catch {
      return .wrong(reason: String(describing: error))
    }
  }
}
