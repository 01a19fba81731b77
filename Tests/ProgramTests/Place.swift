import Foundation

/// An empty folder of its own for one test, with a workspace and with the `lessons/` and `data/` that
/// the program looks for.
final class Place {
  let root: URL
  var workspace: URL { root.appendingPathComponent("workspace", isDirectory: true) }
  var history: URL { workspace.appendingPathComponent("history") }

  init() throws {
    root = FileManager.default.temporaryDirectory
      .appendingPathComponent("glassbox-\(UUID().uuidString)", isDirectory: true)
    for folder in ["lessons", "data"] {
      try FileManager.default.createDirectory(
        at: root.appendingPathComponent(folder), withIntermediateDirectories: true)
    }
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  func write(_ text: String, to name: String) throws {
    let file = root.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// The whole environment of a program run here: nothing of the machine's reaches it.
  var environment: [String: String] {
    [
      "GLASSBOX_HOME": root.path, "GLASSBOX_WORKSPACE": workspace.path, "HOME": root.path,
      "INPUTRC": "/dev/null", "PATH": "/usr/bin:/bin", "TERM": "xterm", "LC_ALL": "C.UTF-8",
      // A crash ends the program at once, without asking at the terminal what to do.
      "SWIFT_BACKTRACE": "enable=no",
    ]
  }
}
