import Foundation

extension Tidewick {
  /// The corpus could not be written.
  package struct WriteError: Error, CustomStringConvertible {
    package let folder: String
    package let reason: String

    package var description: String {
      "\(folder): cannot write the corpus (\(reason)). Nothing was changed; "
        + "check that the folder may be written and that the disk has 10 MB free."
    }
  }

  /// Writes `made/` and `support/` below `folder`. Both are made complete beside their places and
  /// then take the places of the old ones, so that no half-written corpus is ever seen.
  ///
  /// - Throws: `WriteError`, with `folder` as it was before.
  package static func write(to folder: URL, seed: UInt64 = defaultSeed) throws(WriteError) {
    let corpus = corpus(seed: seed)
    let manager = FileManager.default
    let fresh = folder.appendingPathComponent(".making", isDirectory: true)
    let old = folder.appendingPathComponent(".replaced", isDirectory: true)
    do {
      try manager.createDirectory(at: folder, withIntermediateDirectories: true)
      for leftover in [fresh, old] where manager.fileExists(atPath: leftover.path) {
        try manager.removeItem(at: leftover)
      }
      for kind in DocumentKind.allCases {
        try manager.createDirectory(
          at: fresh.appendingPathComponent(Tidewick.folder(kind)), withIntermediateDirectories: true
        )
      }
      try manager.createDirectory(
        at: fresh.appendingPathComponent("support"), withIntermediateDirectories: true)
      for file in corpus.files + corpus.support {
        try Data(file.contents).write(to: fresh.appendingPathComponent(file.path))
      }
      try manager.createDirectory(at: old, withIntermediateDirectories: true)
      for name in ["made", "support"] {
        try exchange(name, in: folder, fresh: fresh, old: old)
      }
      try manager.removeItem(at: fresh)
      try manager.removeItem(at: old)
    } catch {
      try? manager.removeItem(at: fresh)
      throw WriteError(folder: folder.path, reason: error.localizedDescription)
    }
  }

  /// Moves the old folder away and the new one in; on failure the old one comes back.
  private static func exchange(_ name: String, in folder: URL, fresh: URL, old: URL) throws {
    let manager = FileManager.default
    let place = folder.appendingPathComponent(name)
    let kept = old.appendingPathComponent(name)
    let existed = manager.fileExists(atPath: place.path)
    if existed { try manager.moveItem(at: place, to: kept) }
    do {
      try manager.moveItem(at: fresh.appendingPathComponent(name), to: place)
    } catch {
      if existed { try manager.moveItem(at: kept, to: place) }
      throw error
    }
  }
}
