import Foundation

/// Which lessons of a rehearsal are being played, and what came of the others. Threads take their
/// parts from it; the one that began the rehearsal waits for the outcomes.
final class RehearsalStage: @unchecked Sendable {
  /// A lesson to be played, and the console to play it at.
  struct Part {
    let lesson: Lesson
    let console: RehearsalConsole
  }
  private enum State {
    case waiting
    case playing(RehearsalConsole)
    case done(Result<LessonPerformance, any Error>)

    var isWaiting: Bool { if case .waiting = self { true } else { false } }
    var isDone: Bool { if case .done = self { true } else { false } }
  }

  private let lessons: [Lesson]
  /// How long a lesson and those that wait for it will take, in minutes.
  private let urgencies: [Int]
  /// Guards what follows.
  private let condition = NSCondition()
  private var states: [State]
  private var isStopped = false

  /// - Parameter lessons: each after those that it needs
  init(_ lessons: [Lesson]) {
    self.lessons = lessons
    states = lessons.map { _ in .waiting }
    var urgencies = lessons.map(\.front.minutes)
    for index in lessons.indices.reversed() {
      let waiting = lessons.indices.filter { lessons[$0].front.needs.contains(lessons[index].id) }
      urgencies[index] += waiting.map { urgencies[$0] }.max() ?? 0
    }
    self.urgencies = urgencies
  }

  /// The part that holds the others up most, of those whose needs are met; waits until there is one.
  /// Nil once no part is left.
  func nextPart() -> Part? {
    condition.lock()
    defer { condition.unlock() }
    while !isStopped, states.contains(where: \.isWaiting) {
      let ready = lessons.indices.filter { states[$0].isWaiting && areNeedsMet(of: lessons[$0]) }
      if let index = ready.max(by: { (urgencies[$0], $1) < (urgencies[$1], $0) }) {
        let console = RehearsalConsole()
        states[index] = .playing(console)
        return Part(lesson: lessons[index], console: console)
      }
      condition.wait()
    }
    return nil
  }

  private func areNeedsMet(of lesson: Lesson) -> Bool {
    lessons.indices.allSatisfy { index in
      !lesson.front.needs.contains(lessons[index].id) || states[index].isDone
    }
  }

  /// Notes what came of a lesson.
  func finish(_ lesson: Lesson, _ outcome: Result<LessonPerformance, any Error>) {
    condition.withLock {
      if let index = lessons.firstIndex(where: { $0.id == lesson.id }) {
        states[index] = .done(outcome)
      }
      condition.broadcast()
    }
  }

  /// Waits until a lesson is done; `look` is shown what is being played twenty times a second, and
  /// says whether to stop. Throws what stopped the lesson, but for a `LessonError`.
  func outcome(
    of lesson: Lesson, _ look: (_ progress: String?) -> Bool
  ) throws -> Result<LessonPerformance, LessonError> {
    while true {
      if let result = briefly(of: lesson) { return try Self.onlyLessonErrors(result) }
      let lines = condition.withLock { consoles.compactMap(\.progress) }
      if look(lines.isEmpty ? nil : lines.joined(separator: "  ")) { stop() }
    }
  }

  /// What came of a lesson, if it is known within a twentieth of a second.
  private func briefly(of lesson: Lesson) -> Result<LessonPerformance, any Error>? {
    condition.lock()
    defer { condition.unlock() }
    if let known = result(of: lesson) { return known }
    _ = condition.wait(until: Date(timeIntervalSinceNow: 0.05))
    return result(of: lesson)
  }

  private func result(of lesson: Lesson) -> Result<LessonPerformance, any Error>? {
    let index = lessons.firstIndex { $0.id == lesson.id }
    guard let index, case .done(let result) = states[index] else {
      return isStopped && consoles.isEmpty ? .failure(Interrupted()) : nil
    }
    return result
  }

  private var consoles: [RehearsalConsole] {
    states.compactMap { if case .playing(let console) = $0 { console } else { nil } }
  }

  private static func onlyLessonErrors(
    _ result: Result<LessonPerformance, any Error>
  ) throws -> Result<LessonPerformance, LessonError> {
    do {
      return .success(try result.get())
    } catch let error as LessonError {
      return .failure(error)
    }
  }

  /// Stops the lessons that are being played, gives out no other parts, and waits for the end of what
  /// runs.
  func stop() {
    condition.withLock {
      isStopped = true
      for console in consoles { console.interrupt() }
      condition.broadcast()
      while !consoles.isEmpty { condition.wait() }
    }
  }
}
