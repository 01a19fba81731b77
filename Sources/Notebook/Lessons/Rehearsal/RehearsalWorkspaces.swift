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
    for need in needs[lesson.id] ?? [] { try Self.lay(folder(need), over: workspace.root) }
    return workspace
  }

  func remove() { try? FileManager.default.removeItem(at: root) }

  private func folder(_ id: String) -> URL { root.appendingPathComponent(id, isDirectory: true) }

  /// Puts all files of one folder into another, in place of those of the same name, with their dates:
  /// the latest run is the one that changed last. Tensors are written once and replaced as a whole,
  /// so both folders can have the same file; others are copied.
  private static func lay(_ source: URL, over target: URL) throws {
    let files = FileManager.default
    for name in try files.contentsOfDirectory(atPath: source.path).sorted() {
      let old = source.appendingPathComponent(name)
      let new = target.appendingPathComponent(name)
      var isFolder: ObjCBool = false
      if files.fileExists(atPath: old.path, isDirectory: &isFolder), isFolder.boolValue {
        try files.createDirectory(at: new, withIntermediateDirectories: true)
        try lay(old, over: new)
        continue
      }
      try? files.removeItem(at: new)
      if name.hasSuffix(".safetensors") {
        try files.linkItem(at: old, to: new)
      } else {
        try files.copyItem(at: old, to: new)
        let date = try files.attributesOfItem(atPath: old.path)[.modificationDate]
        if let date { try files.setAttributes([.modificationDate: date], ofItemAtPath: new.path) }
      }
    }
  }
}
