extension LessonPlayer {
  /// Goes to the beginning of the step before, with the desk that it began with.
  func back(in session: Session) -> String {
    rewind(to: max(place.step - 1, 0), in: session)
    return read(in: session)
  }

  /// Goes to the beginning of the lesson, with a clean desk.
  func restart(in session: Session) -> String {
    rewind(to: 0, in: session)
    return paragraphs([
      LessonText(lesson, page: session.page).opening, read(in: session),
    ])
  }

  /// Goes to a step, given by its id or number. On the way forward the cells are run, but not shown,
  /// and questions are passed over. Throws `UnknownStep`, or `Interrupted` with the place where the
  /// lesson stands then.
  func go(to name: String, in session: Session) throws -> String {
    let target = try index(of: name)
    var troubles: [String] = []
    if target < begun {
      rewind(to: target, in: session)
    } else {
      question = nil
      troubles = try skip(to: target, in: session)
    }
    return paragraphs(troubles + [read(in: session)])
  }

  private func index(of name: String) throws -> Int {
    if let step = lesson.steps.firstIndex(where: { $0.id == name }) { return step }
    if let number = Int(name), lesson.steps.indices.contains(number - 1) { return number - 1 }
    throw UnknownStep(name: name, lesson: lesson.id, steps: lesson.steps.map(\.id))
  }

  private func skip(to target: Int, in session: Session) throws -> [String] {
    let console = session.console
    session.console = RecordingConsole(for: console)
    defer {
      session.console = console
      console.showProgress(nil)
    }
    let text = LessonText(lesson, page: session.page)
    var troubles: [String] = []
    while place.step < target, let moment = upcoming {
      if case .heading = moment { begin() }
      if case .cell(let cell) = moment {
        console.showProgress("In [\(nextNumber)]: \(cell.lines[0])")
        let result = try run(cell, in: session)
        let isMeant = result.text == cell.output.joined(separator: "\n")
        if result.status == .badInput, !isMeant {
          troubles.append("\(cell.text)\n\(text.output(of: result, written: cell))")
        }
      }
      troubles.append(goOn(in: session))
    }
    return troubles
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
