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
        lessons: { Self.names(in: session.home.lessons, withExtension: "md") },
        runs: { Self.names(in: session.workspace.runs, withExtension: "") }))
  }

  private static func names(in folder: URL, withExtension wanted: String) -> [String] {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return entries.sorted().filter {
      ($0 as NSString).pathExtension == wanted && !$0.hasPrefix(".")
    }
    .map { ($0 as NSString).deletingPathExtension }
  }
}
