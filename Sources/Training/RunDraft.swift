import Foundation
import Kernels
import Models
import Tensors
import Text

/// A new run's folder: put together under another name, and given its own once it is complete.
struct RunDraft {
  /// The run's folder, in place.
  let folder: RunFolder
  let lock: RunLock
  let manifest: RunManifest

  /// Throws as `RunRecorder.init` does, leaving nothing behind.
  init(
    _ trainer: Trainer, data: TrainingData, tokenizer: Tokenizer, in runs: URL, replaces: Bool,
    observer: AtomicFile.Observer?
  ) throws {
    let name = trainer.request.name
    folder = RunFolder(runs.appendingPathComponent(name, isDirectory: true))
    Self.sweep(runs)
    let exists = FileManager.default.fileExists(atPath: folder.url.path)
    if exists && !replaces {
      throw TrainingError(
        "a run named \(name) exists already; choose another --name, or say --overwrite")
    }
    let former = exists ? try RunLock(folder) : nil
    let draft = RunFolder(Self.place("run", name, in: runs))
    let old = Self.place(Self.old, name, in: runs)
    do {
      try FileManager.default.createDirectory(at: draft.url, withIntermediateDirectories: true)
      lock = try RunLock(draft)
      manifest = try Self.write(trainer, data, tokenizer, to: draft, observer)
      if exists { try FileManager.default.moveItem(at: folder.url, to: old) }
      try FileManager.default.moveItem(at: draft.url, to: folder.url)
      try AtomicFile.synchronize(runs)
      if exists {
        // Never in part under the name from which it would be put back.
        let gone = Self.place(Self.gone, name, in: runs)
        try FileManager.default.moveItem(at: old, to: gone)
        try FileManager.default.removeItem(at: gone)
      }
      withExtendedLifetime(former) {}
    } catch {
      if !FileManager.default.fileExists(atPath: folder.url.path) {
        try? FileManager.default.moveItem(at: old, to: folder.url)
      }
      try? FileManager.default.removeItem(at: draft.url)
      throw error is FileError
        ? error : FileError(folder.url, "cannot be written: \(AtomicFile.reason(error))")
    }
  }

  private static func write(
    _ trainer: Trainer, _ data: TrainingData, _ tokenizer: Tokenizer, to draft: RunFolder,
    _ observer: AtomicFile.Observer?
  ) throws -> RunManifest {
    var files: [(name: String, contents: Data)] = [
      ("tokenizer.json", Data(TokenizerFile.text(of: tokenizer).utf8)),
      ("data.safetensors", try data.encoded()),
      ("snapshots/000000.packed", Snapshot.encode(trainer, pool: WorkerPool(threadCount: 1))),
    ]
    if trainer.model.adapter != nil {
      var writer = SafetensorsWriter()
      let parameters = trainer.model.parameters
      for name in parameters.names { if let tensor = parameters[name] { writer.add(name, tensor) } }
      files.append(("base.safetensors", try writer.encoded()))
    }
    for file in files {
      try AtomicFile.write(
        file.contents, to: draft.url.appendingPathComponent(file.name), observer: observer)
    }
    try AtomicFile.write(Data(), to: draft.steps, observer: observer)
    let manifest = RunManifest(
      format: RunManifest.currentFormat, request: trainer.request,
      files: Dictionary(
        uniqueKeysWithValues: files.map { file in
          (file.name, file.contents.withUnsafeBytes { Fingerprint(bytes: $0) })
        }),
      data: data.fingerprint, tokenizer: tokenizer.fingerprint,
      base: trainer.model.parameters.fingerprint, program: Version.current,
      kernels: Build.current.rawValue, machine: Machine.description)
    try AtomicFile.write(try manifest.encoded(), to: draft.manifest, observer: observer)
    return manifest
  }

  /// What a run that is being replaced is called until the new one is in its place.
  private static let old = "old"
  /// What a run is called that is being removed.
  static let gone = "gone"

  /// A hidden place of its own beside the runs, for one that is not complete or about to go.
  static func place(_ kind: String, _ name: String, in runs: URL) -> URL {
    runs.appendingPathComponent(
      "\(prefix(of: kind))\(name)-\(UUID().uuidString)", isDirectory: true)
  }

  /// Puts back the runs that processes which were killed were about to replace.
  static func putBack(in runs: URL) {
    for url in hidden(in: runs) where url.lastPathComponent.hasPrefix(prefix(of: old)) {
      let former = runs.appendingPathComponent(nameOfRun(in: url.lastPathComponent))
      guard !FileManager.default.fileExists(atPath: former.path), let lock = unused(url)
      else { continue }
      try? FileManager.default.moveItem(at: url, to: former)
      withExtendedLifetime(lock) {}
    }
  }

  /// Removes what processes that were killed left unfinished in a folder, but for runs that are put
  /// back. What one is still at is left alone: it holds its lock.
  static func sweep(_ folder: URL) {
    putBack(in: folder)
    for url in hidden(in: folder) {
      // What is about to go may have lost its lock already.
      let isGoing = url.lastPathComponent.hasPrefix(prefix(of: gone))
      let lock = unused(url)
      guard isGoing || lock != nil || !url.hasDirectoryPath else { continue }
      try? FileManager.default.removeItem(at: url)
      withExtendedLifetime(lock) {}
    }
  }

  /// The hidden files and folders in a folder, by name.
  private static func hidden(in folder: URL) -> [URL] {
    let all = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: [.isDirectoryKey])
    return (all ?? []).filter { $0.lastPathComponent.hasPrefix(AtomicFile.draftPrefix) }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  /// The lock of a hidden run that no process is at. Without one it was made a moment ago, or holds
  /// nothing.
  private static func unused(_ url: URL) -> RunLock? {
    let run = RunFolder(url)
    guard FileManager.default.fileExists(atPath: run.lock.path) else { return nil }
    return try? RunLock(run)
  }

  private static func prefix(of kind: String) -> String { "\(AtomicFile.draftPrefix)\(kind)-" }

  /// The run's name in a name that `place` made.
  private static func nameOfRun(in hidden: String) -> String {
    let identifier = "-\(UUID().uuidString)".count
    return hidden.dropLast(identifier).split(separator: "-", maxSplits: 2).last.map(String.init)
      ?? ""
  }
}
