extension LessonPlayer {
  /// True while a question waits for an answer.
  package var isAsking: Bool { question != nil }

  /// Takes the learner's answer to the open question.
  func answer(_ line: String, in session: Session) throws -> String {
    guard var open = question else { throw NoOpenQuestion() }
    let text = PredictionText(open.prediction, page: session.page)
    open.tries += 1
    question = open
    switch judge(line, for: open.prediction, in: session) {
    case .right: return paragraphs([text.right, close(.right, in: session)])
    case .wrong(let reason): return text.wrong(reason: reason)
    }
  }

  /// Gives the open question's hint.
  func hint(in session: Session) throws -> String {
    guard let question else { throw NoOpenQuestion() }
    return PredictionText(question.prediction, page: session.page).hint
  }

  /// Tells a right answer and closes the question.
  func showSolution(in session: Session) throws -> String {
    guard let question else { throw NoOpenQuestion() }
    let text = PredictionText(question.prediction, page: session.page)
    return paragraphs([text.solution, close(.shown, in: session)])
  }

  /// Passes the question over, which shows a right answer too.
  func skip(in session: Session) throws -> String {
    guard let question else { throw NoOpenQuestion() }
    let text = PredictionText(question.prediction, page: session.page)
    return paragraphs([text.skipped, close(.skipped, in: session)])
  }

  private func close(_ outcome: PredictionRecord.Outcome, in session: Session) -> String {
    guard let open = question else { return "" }
    question = nil
    let record = PredictionRecord(question: open.key, outcome: outcome, tries: open.tries)
    return paragraphs([note(in: session) { $0.close(record) }, goOn(in: session)])
  }
}

/// `hint`, `solution` or `skip` while nothing is asked.
package struct NoOpenQuestion: Error, CustomStringConvertible {
  package var description: String {
    "no question is open; in a lesson, Enter goes on to the next one"
  }
}
