import Foundation

extension Completer {
  /// The completer of a session: its commands, and its names, lessons and runs at each Tab.
  ///
  /// - Throws: `DecodingError` if the commands' description cannot be read.
  package init(for session: Session) throws {
    self.init(
      root: try CommandTree(description: Glassbox._dumpHelp()),
      sources: CompletionSources(
        names: { session.knownNames + Function.all.map { $0.name + "(" } },
        lessons: { LessonShelf(folder: session.home.lessons).lessons.map(\.id) },
        steps: { session.lesson?.lesson.steps.map(\.id) ?? [] },
        runs: { Self.names(in: session.workspace.runs) }))
  }

  /// What lies in a folder, hidden entries left out.
  private static func names(in folder: URL) -> [String] {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return entries.sorted().filter { !$0.hasPrefix(".") }
  }
}
