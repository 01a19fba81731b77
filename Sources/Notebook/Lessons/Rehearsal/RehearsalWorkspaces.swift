import Foundation

/// The temporary workspaces of a rehearsal, one a lesson.
struct RehearsalWorkspaces: Sendable {
  /// What holds all of them.
  let root: URL
  /// For each lesson's id, the lessons whose work it begins with, in the order of play.
  private let needs: [String: [String]]

  /// - Parameter lessons: each after those that it needs
  init(of lessons: [Lesson]) {
    root = FileManager.default.temporaryDirectory
      .appendingPathComponent("glassbox-check-\(UUID().uuidString)", isDirectory: true)
    needs = Dictionary(
      uniqueKeysWithValues: lessons.map { lesson in
        (lesson.id, lessons.map(\.id).filter(lesson.front.needs.contains))
      })
  }

  /// A workspace with what the lesson's needs left in theirs, which must be finished. Throws what
  /// writing files throws.
  func workspace(of lesson: Lesson) throws -> Workspace {
    let workspace = Workspace(root: folder(lesson.id))
    try FileManager.default.createDirectory(at: workspace.root, withIntermediateDirectories: true)
    for need in needs[lesson.id] ?? [] {
      try Workspace(root: folder(need)).lay(over: workspace.root)
    }
    return workspace
  }

  func remove() { try? FileManager.default.removeItem(at: root) }

  private func folder(_ id: String) -> URL { root.appendingPathComponent(id, isDirectory: true) }
}
