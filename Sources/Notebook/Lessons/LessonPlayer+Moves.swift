extension LessonPlayer {
  /// Goes to the beginning of the step before, with the desk that it began with.
  func back(in session: Session) -> String {
    rewind(to: max(place.step - 1, 0), in: session)
    return read(in: session)
  }

  /// Goes to the beginning of the lesson, with a clean desk. What the steps began with is forgotten.
  func restart(in session: Session) -> String {
    forget()
    rewind(to: 0, in: session)
    return paragraphs([
      LessonText(lesson, page: session.page).opening, read(in: session),
    ])
  }

  /// Goes to a step, given by its id or number, with the desk that it begins with. Cells on the way
  /// that were never run are run, but not shown, and questions are passed over. Throws
  /// `UnknownStep`, or `Interrupted` with the place where the lesson stands then.
  func go(to name: String, in session: Session) throws -> String {
    let target = try index(of: name)
    let first = target > place.step ? place.step + 1 : 0
    if let known = lastKnown(of: first...target) { rewind(to: known, in: session) }
    question = nil
    let troubles = try skip(to: Place(step: target, moment: 0), in: session)
    return paragraphs(troubles + [read(in: session)])
  }

  private func index(of name: String) throws -> Int {
    if let step = lesson.steps.firstIndex(where: { $0.id == name }) { return step }
    if let number = Int(name), lesson.steps.indices.contains(number - 1) { return number - 1 }
    throw UnknownStep(name: name, lesson: lesson.id, steps: lesson.steps.map(\.id))
  }

  /// Plays up to `target` without showing it; training that is on record is read, not done again.
  /// Returns the cells that did not work.
  private func skip(to target: Place, in session: Session) throws -> [String] {
    try unseen(in: session) { recorder in
      var troubles: [String] = []
      while place < target, let moment = upcoming {
        if case .heading = moment { begin() }
        if case .cell(let cell) = moment {
          let (shown, isAccident) = try run(cell, in: session, recorder: recorder)
          if isAccident { troubles.append(shown) }
        }
        troubles.append(goOn(in: session))
      }
      return troubles
    }
  }

  /// Plays what was played before the lesson was left, without noting it again. Returns what the
  /// step in which it was left had shown by then, and the cells before that did not work. A step
  /// that the lesson no longer has is its first one, and one that got shorter is begun anew.
  func resume(at bookmark: LessonBookmark, in session: Session) throws -> String {
    let step = lesson.steps.firstIndex { $0.id == bookmark.step } ?? 0
    let isKnown = lesson.steps[step].id == bookmark.step && bookmark.moment < momentCount(of: step)
    let target = Place(step: step, moment: isKnown ? bookmark.moment : 0)
    let parts = try unseen(in: session) { recorder in
      var parts: [String] = []
      while place < target, let moment = upcoming {
        let isShown = place.step == step
        switch moment {
        case .heading, .prose:
          let text = read(moment, in: session)
          if isShown { parts.append(text) }
        case .cell(let cell):
          let (shown, isAccident) = try run(cell, in: session, recorder: recorder)
          if isShown || isAccident { parts.append(shown) }
        case .prediction(let prediction, _):
          let text = PredictionText(prediction, page: session.page)
          if isShown { parts.append(text.question + "\n\n" + text.solution) }
        }
        _ = advance()
      }
      return parts
    }
    return paragraphs(parts)
  }

  /// Keeps what cells stream from the console meanwhile, and lets them read runs from the record.
  private func unseen<Result>(
    in session: Session, _ body: (RecordingConsole) throws -> Result
  ) rethrows -> Result {
    let console = session.console
    let recorder = RecordingConsole(for: console)
    session.console = recorder
    session.recallsRuns = true
    defer {
      session.recallsRuns = false
      session.console = console
      console.showProgress(nil)
    }
    return try body(recorder)
  }

  /// Runs a cell and gives it with its output, as it would have been shown.
  private func run(
    _ cell: ScriptCell, in session: Session, recorder: RecordingConsole
  ) throws -> (shown: String, isAccident: Bool) {
    let text = LessonText(lesson, page: session.page)
    let number = nextNumber
    recorder.showProgress("In [\(number)]: \(cell.lines[0])")
    let result = try run(cell, in: session)
    let output = [recorder.takeStreamed(), text.output(of: result, written: cell)]
    let shown = ([text.input(cell, number: number)] + output.filter { !$0.isEmpty })
      .joined(separator: "\n")
    return (shown, cell.isAccident(result))
  }
}

/// The lesson has no such step.
package struct UnknownStep: Error, CustomStringConvertible {
  let name: String
  let lesson: String
  let steps: [String]
  package var description: String {
    "\(lesson) has no step '\(name)'; "
      + (Suggestion.question(for: name, in: steps)
        ?? "its steps are " + steps.joined(separator: ", ") + ", or 1 to \(steps.count)")
  }
}
