extension LessonPlayer {
  /// What is said to somebody who goes on without an answer.
  static let reminder = "Type your prediction; or `hint`, `solution` or `skip`."

  /// Plays up to the next cell or question, that included, at most to the step's end. Throws
  /// `Interrupted` if the cell was stopped; it is played again the next time.
  func next(in session: Session) throws -> String {
    guard question == nil else { return Self.reminder }
    guard !isAtEnd else { return ending(in: session) }
    return try play(in: session, isAttended: true)
  }

  /// Plays the rest without stopping; questions are shown with their solutions.
  func runRest(in session: Session) throws -> String {
    if question != nil { show(try showSolution(in: session), in: session) }
    while !isAtEnd { show(try play(in: session, isAttended: false), in: session) }
    return ""
  }

  /// Shows the heading and the prose that a step begins with, and stops before its first cell.
  func read(in session: Session) -> String {
    var parts: [String] = []
    let step = place.step
    while place.step == step, let moment = upcoming, !moment.isAction {
      parts.append(read(moment, in: session))
      parts.append(goOn(in: session))
    }
    return paragraphs(parts)
  }

  /// Goes on behind the upcoming moment, and notes the place and a finished step. Returns what has
  /// to be said.
  func goOn(in session: Session) -> String {
    let finished = advance()
    let trouble = note(in: session) { progress in
      if let finished { progress.finish(step: finished) }
      progress.bookmark = bookmark
    }
    return paragraphs([trouble, isAtEnd ? ending(in: session) : ""])
  }

  /// The texts that are not empty, with an empty line between them.
  func paragraphs(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func play(in session: Session, isAttended: Bool) throws -> String {
    var parts: [String] = []
    let step = place.step
    while place.step == step, let moment = upcoming {
      switch moment {
      case .heading, .prose:
        parts.append(read(moment, in: session))
        parts.append(goOn(in: session))
      case .cell(let cell):
        let text = LessonText(lesson, page: session.page)
        parts.append(text.input(cell, number: nextNumber))
        session.console.stream(paragraphs(parts) + "\n")
        let result = try run(cell, in: session)
        return paragraphs([text.output(of: result, written: cell), goOn(in: session)])
      case .prediction(let prediction, let key):
        parts.append(PredictionText(prediction, page: session.page).question)
        ask(prediction, key: key, in: session)
        if !isAttended { parts.append(try showSolution(in: session)) }
        return paragraphs(parts)
      }
    }
    return paragraphs(parts)
  }

  /// A heading, with which a step begins, or prose.
  func read(_ moment: LessonMoment, in session: Session) -> String {
    guard case .prose(let blocks) = moment else {
      begin()
      return LessonText(lesson, page: session.page).heading(of: place.step)
    }
    return MarkdownText(page: session.page).render(blocks)
  }

  private func show(_ text: String, in session: Session) {
    session.console.stream(text.isEmpty ? "\n" : text + "\n\n")
  }
}
