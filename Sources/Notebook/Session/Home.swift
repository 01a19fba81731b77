import Foundation

/// The folder that holds Glassbox's content: `lessons/` and `data/`.
package struct Home: Sendable {
  package let root: URL
  package var lessons: URL { root.appendingPathComponent("lessons", isDirectory: true) }
  package var data: URL { root.appendingPathComponent("data", isDirectory: true) }

  package init(root: URL) { self.root = root }

  /// No folder with `lessons/` and `data/` was found.
  package struct Missing: Error, CustomStringConvertible {
    package let description =
      "cannot find Glassbox's lessons/ and data/: run it inside the project's folder,"
      + " or set GLASSBOX_HOME to that folder"
  }

  /// `$GLASSBOX_HOME`, else the first folder upwards from the working folder, then from the
  /// program, that has both `lessons/` and `data/`.
  package static func locate(
    environment: [String: String] = ProcessInfo.processInfo.environment,
    workingFolder: String = FileManager.default.currentDirectoryPath,
    program: String = Bundle.main.executablePath ?? CommandLine.arguments[0]
  ) throws -> Home {
    if let path = environment["GLASSBOX_HOME"], !path.isEmpty {
      let home = Home(root: URL(fileURLWithPath: path, isDirectory: true))
      guard home.isComplete else { throw Missing() }
      return home
    }
    for start in [workingFolder, program] {
      var folder = URL(fileURLWithPath: start).resolvingSymlinksInPath()
      while folder.path != "/" {
        let home = Home(root: folder)
        if home.isComplete { return home }
        folder.deleteLastPathComponent()
      }
    }
    throw Missing()
  }

  /// Where a typed path leads: from the working folder, or if nothing is there, from this one, so that
  /// `data/tidewick` is found from anywhere.
  func location(of path: String) -> URL {
    let typed = URL(fileURLWithPath: (path as NSString).expandingTildeInPath)
    guard !path.hasPrefix("/"), !path.hasPrefix("~") else { return typed }
    let own = root.appendingPathComponent(path)
    func exists(_ url: URL) -> Bool { FileManager.default.fileExists(atPath: url.path) }
    return exists(typed) || !exists(own) ? typed : own
  }

  private var isComplete: Bool {
    [lessons, data].allSatisfy { folder in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder)
        && isFolder.boolValue
    }
  }
}
