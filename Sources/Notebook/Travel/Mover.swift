/// What `goto` and `back` move in: both are words of lessons and of travelled runs.
enum Mover {
  case run(Travel)
  case lesson(LessonPlayer)

  /// While a run is travelled, it is meant, except by the id of a step of the open lesson. A lesson's
  /// own cells never move in the lesson.
  /// - Parameter step: what `goto` is given, if it is
  /// - Throws: `NotTravelling`, `NoLesson` or `NowhereToMove`, saying how to begin
  init(for step: String? = nil, in session: Session) throws {
    let player = session.lesson.flatMap { $0.isRunningCell ? nil : $0 }
    let isLessons =
      step.map { step in player?.lesson.steps.contains { $0.id == step } ?? false } ?? false
    if let travel = session.desk.model?.travel, !isLessons {
      self = .run(travel)
    } else if let player {
      self = .lesson(player)
    } else {
      let runs = session.runNames
      if session.lesson != nil { throw NotTravelling(runs: runs) }
      throw runs.isEmpty ? NoLesson() : NowhereToMove()
    }
  }
}

/// A move while there is neither a lesson nor a run to move in.
struct NowhereToMove: Error, CustomStringConvertible {
  let description =
    "no lesson is open and no run is travelled; `open 01` opens the first lesson, `travel RUN` enters"
    + " a run"
}

extension Session {
  /// Where the traveller stands, as the prompt has it; `ferry-1 @ 137 + 2` after two steps that are
  /// not the run's. Nil while no run is travelled.
  var place: String? {
    desk.model.flatMap { model in
      model.travel.map { $0.place + (model.stepsMade > 0 ? " + \(model.stepsMade)" : "") }
    }
  }

  /// Whether a line moves in the travelled run, which makes it a cell like any other.
  func movesInRun(_ line: String) -> Bool {
    guard let words = try? ShellWords.split(line), let name = words.first,
      LessonMove.namesSharedWithRuns.contains(name)
    else { return false }
    let step = name == GoTo.name ? words.dropFirst().first { !$0.hasPrefix("-") } : nil
    guard case .run? = try? Mover(for: step, in: self) else { return false }
    return true
  }
}
