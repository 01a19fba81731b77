import Foundation

/// `progress.json` in a workspace.
package struct ProgressFile {
  private let location: URL

  package init(in workspace: Workspace) { location = workspace.progress }

  /// The file's progress; empty if there is no file. Throws `DamagedProgress`.
  package func load() throws -> Progress {
    guard FileManager.default.fileExists(atPath: location.path) else { return Progress() }
    guard let bytes = try? Data(contentsOf: location),
      let progress = try? JSONDecoder().decode(Progress.self, from: bytes), progress.version == 1
    else { throw DamagedProgress(file: location.path) }
    return progress
  }

  /// Changes the progress of one lesson, all or nothing. Throws `DamagedProgress`, so that a
  /// damaged file is never overwritten, or `UnwritableProgress`.
  package func update(_ id: String, _ change: (inout LessonProgress) -> Void) throws {
    var progress = try load()
    let before = progress
    change(&progress[id])
    guard progress != before else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      try FileManager.default.createDirectory(
        at: location.deletingLastPathComponent(), withIntermediateDirectories: true)
      try (encoder.encode(progress) + Data("\n".utf8)).write(to: location, options: .atomic)
    } catch {
      throw UnwritableProgress(file: location.path)
    }
  }
}

/// The progress file is not what Glassbox wrote.
package struct DamagedProgress: Error, CustomStringConvertible {
  let file: String
  package var description: String {
    "the progress file is damaged: \(file); move it away (mv '\(file)' '\(file).damaged')"
      + " and progress is counted anew; lessons and runs are not affected"
  }
}

/// The progress file cannot be written.
package struct UnwritableProgress: Error, CustomStringConvertible {
  let file: String
  package var description: String {
    "cannot write the progress file \(file); see that its folder may be written and has room"
  }
}
