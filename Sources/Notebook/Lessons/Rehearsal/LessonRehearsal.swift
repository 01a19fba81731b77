import Foundation

/// Plays lessons in temporary workspaces, several at a time. A lesson's workspace holds what the
/// lessons that it needs left in theirs; nothing of the person's own is seen or changed.
struct LessonRehearsal {
  let session: Session
  /// How many lessons may be played at the same time.
  var jobs = ProcessInfo.processInfo.activeProcessorCount

  /// Performs each wanted lesson; what they need is played before. `body` is called for every lesson
  /// in an order in which none comes before one that it needs, as soon as it and all before it are
  /// done; `isWanted` is false for one that is only needed.
  ///
  /// Throws what is wrong with a lesson's needs, `Interrupted`, or what `body` throws.
  func perform(
    _ wanted: [Lesson], on shelf: LessonShelf,
    _ body: (Lesson, Result<LessonPerformance, LessonError>, _ isWanted: Bool) throws -> Void
  ) throws {
    let order = try shelf.playingOrder(of: wanted)
    let workspaces = RehearsalWorkspaces(of: order)
    defer { workspaces.remove() }
    let stage = RehearsalStage(order)
    let home = session.home
    for _ in 0..<min(jobs, order.count) {
      let thread = Thread {
        while let part = stage.nextPart() {
          stage.finish(
            part.lesson,
            Swift.Result {
              try LessonPerformance(
                of: part.lesson, on: shelf, in: workspaces.workspace(of: part.lesson), home: home,
                person: part.console)
            })
        }
      }
      // As much as a program's first thread has.
      thread.stackSize = 8 << 20
      thread.start()
    }
    defer {
      session.console.showProgress(nil)
      stage.stop()
    }
    for lesson in order {
      let outcome = try stage.outcome(of: lesson) { progress in
        session.console.showProgress(progress)
        return session.console.isInterrupted
      }
      session.console.showProgress(nil)
      try body(lesson, outcome, wanted.contains { $0.id == lesson.id })
    }
  }
}
