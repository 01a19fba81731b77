import Foundation
import Training

extension Workspace {
  /// Puts all files into another folder, in place of those of the same name, with their dates: the
  /// latest run is the one that changed last. Throws what writing files throws.
  func lay(over target: URL) throws { try Self.lay(root, over: target) }

  /// Does something in a copy of this workspace that has the runs and tokenizers of some names, and
  /// is removed afterwards: nothing here is changed. Throws what it throws, and what writing files
  /// throws.
  func withCopy<Result>(
    of artifacts: LessonArtifacts, _ body: (Workspace) throws -> Result
  ) throws -> Result {
    let files = FileManager.default
    let copy = Workspace(
      root: files.temporaryDirectory.appendingPathComponent(
        "glassbox-copy-\(UUID().uuidString)", isDirectory: true))
    defer { try? files.removeItem(at: copy.root) }
    for folder in [copy.runs, copy.tokenizers] {
      try files.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    for run in RunFolder.all(in: runs) where artifacts.runs.contains(run.name) {
      let target = copy.runs.appendingPathComponent(run.name, isDirectory: true)
      try files.createDirectory(at: target, withIntermediateDirectories: true)
      try Self.lay(run.url, over: target)
    }
    if files.fileExists(atPath: tokenizers.path) { try Self.lay(tokenizers, over: copy.tokenizers) }
    if files.fileExists(atPath: sources.path) {
      try files.createSymbolicLink(at: copy.sources, withDestinationURL: sources.absoluteURL)
    }
    return try body(copy)
  }

  /// Tensors are written once and replaced as a whole, so both folders can have the same file if they
  /// lie on one disk; others are copied.
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
      let isLinked =
        ["packed", "safetensors"].contains(old.pathExtension)
        && (try? files.linkItem(at: old, to: new)) != nil
      guard !isLinked else { continue }
      try files.copyItem(at: old, to: new)
      let date = try files.attributesOfItem(atPath: old.path)[.modificationDate]
      if let date { try files.setAttributes([.modificationDate: date], ofItemAtPath: new.path) }
    }
  }
}
