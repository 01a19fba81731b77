import Foundation

/// Plays lessons in temporary workspaces, in the order of their needs. Lessons that need each other
/// share a workspace; nothing of the person's own workspace is seen or changed.
struct LessonRehearsal {
  let session: Session

  /// Performs each wanted lesson; what they need is played before. `body` is called for every lesson
  /// in the order of play; `isWanted` is false for one that is only needed.
  ///
  /// Throws what is wrong with a lesson's needs, `Interrupted`, or what `body` throws.
  func perform(
    _ wanted: [Lesson], on shelf: LessonShelf,
    _ body: (Lesson, Result<LessonPerformance, LessonError>, _ isWanted: Bool) throws -> Void
  ) throws {
    let order = try shelf.playingOrder(of: wanted)
    for group in LessonShelf.groups(of: order) {
      try withTemporaryWorkspace { workspace in
        for lesson in group {
          let performance = try perform(lesson, in: workspace)
          try body(lesson, performance, wanted.contains { $0.id == lesson.id })
        }
      }
    }
  }

  private func perform(
    _ lesson: Lesson, in workspace: Workspace
  ) throws -> Result<LessonPerformance, LessonError> {
    do {
      return .success(
        try LessonPerformance(
          of: lesson, in: workspace, home: session.home, person: session.console))
    } catch let error as LessonError {
      return .failure(error)
    }
  }

  private func withTemporaryWorkspace(_ body: (Workspace) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("glassbox-check-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(Workspace(root: folder))
  }
}
