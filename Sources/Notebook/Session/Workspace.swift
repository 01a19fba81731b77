import Foundation

/// The folder in which a person's artifacts live: tokenizers, runs, progress, history.
package struct Workspace: Sendable {
  package let root: URL

  package init(root: URL) { self.root = root }

  /// `$GLASSBOX_WORKSPACE`, or `./workspace`.
  package static func fromEnvironment(
    _ environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> Workspace {
    let path = environment["GLASSBOX_WORKSPACE"].flatMap { $0.isEmpty ? nil : $0 } ?? "workspace"
    return Workspace(root: URL(fileURLWithPath: path, isDirectory: true))
  }

  package func folder(_ name: String) -> URL {
    root.appendingPathComponent(name, isDirectory: true)
  }

  package var runs: URL { folder("runs") }
  package var tokenizers: URL { folder("tokenizers") }
  /// Where downloaded public sources are unpacked.
  package var sources: URL { folder("sources") }
  package var progress: URL { root.appendingPathComponent("progress.json") }
  package var history: URL { root.appendingPathComponent("history") }
}
