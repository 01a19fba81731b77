import Foundation
import Kernels
import Models
import Tensors
import Text

/// Writes a run while it happens. What was reported as done is on disk; nothing is ever half there.
package final class RunRecorder {
  package let folder: RunFolder
  private let request: TrainingRequest
  private let steps: FileHandle

  /// Creates the run's folder with everything that decides the run, under its name only once it is
  /// complete. Throws `FileError` (a full disk, a missing permission) or `TrainingError` (a run of
  /// that name exists), leaving nothing behind.
  package init(
    _ trainer: Trainer, data: TrainingData, tokenizer: Tokenizer, in runs: URL, replaces: Bool
  ) throws {
    request = trainer.request
    folder = RunFolder(runs.appendingPathComponent(request.name, isDirectory: true))
    let exists = FileManager.default.fileExists(atPath: folder.url.path)
    if exists && !replaces {
      throw TrainingError(
        "a run named \(request.name) exists already; choose another --name, or say --overwrite")
    }
    let draft = RunFolder(
      runs.appendingPathComponent(".new-\(request.name)-\(getpid())", isDirectory: true))
    do {
      try Self.write(trainer, data, tokenizer, to: draft)
      if exists { try FileManager.default.removeItem(at: folder.url) }
      try FileManager.default.moveItem(at: draft.url, to: folder.url)
      steps = try FileHandle(forWritingTo: folder.steps)
    } catch {
      try? FileManager.default.removeItem(at: draft.url)
      throw error is FileError
        ? error : FileError(folder.url, "cannot be written: \(AtomicFile.reason(error))")
    }
  }

  private static func write(
    _ trainer: Trainer, _ data: TrainingData, _ tokenizer: Tokenizer, to draft: RunFolder
  ) throws {
    var files: [(url: URL, contents: Data)] = [
      (draft.tokenizer, Data(TokenizerFile.text(of: tokenizer).utf8)),
      (draft.data, try data.encoded()),
      (draft.snapshot(0), try Snapshot.encode(trainer)),
    ]
    if trainer.model.adapter != nil {
      var writer = SafetensorsWriter()
      let parameters = trainer.model.parameters
      for name in parameters.names { if let tensor = parameters[name] { writer.add(name, tensor) } }
      files.append((draft.base, try writer.encoded()))
    }
    for file in files { try AtomicFile.write(file.contents, to: file.url) }
    try AtomicFile.write(Data(), to: draft.steps)
    let manifest = RunManifest(
      format: RunManifest.currentFormat, request: trainer.request,
      files: Dictionary(
        uniqueKeysWithValues: files.map { file in
          let name =
            file.url == draft.snapshot(0)
            ? "snapshots/000000.safetensors"
            : file.url.lastPathComponent
          return (name, file.contents.withUnsafeBytes { Fingerprint(bytes: $0) })
        }),
      data: data.fingerprint, tokenizer: tokenizer.fingerprint,
      base: trainer.model.parameters.fingerprint, program: Version.current,
      machine: Machine.description)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try AtomicFile.write(try encoder.encode(manifest), to: draft.manifest)
  }

  /// Appends a step, after its snapshot if one is due or the run ends here. Throws `FileError`, or
  /// `TrainingError` if a weight to be kept is not finite; the run then ends with the step before.
  package func record(
    _ outcome: Trainer.Outcome, batch: TrainingBatch, trainer: Trainer, heldOutLoss: Float?,
    seconds: Double, isLast: Bool
  ) throws -> StepRecord {
    let isDue = isLast || outcome.step % request.snapshotInterval == 0
    var snapshot: Fingerprint?
    if isDue {
      try trainer.requireFiniteWeights()
      let contents = try Snapshot.encode(trainer)
      try AtomicFile.write(contents, to: folder.snapshot(outcome.step))
      snapshot = contents.withUnsafeBytes { Fingerprint(bytes: $0) }
    }
    let record = StepRecord(
      step: outcome.step, loss: outcome.loss, rate: outcome.rate,
      gradientNorm: outcome.gradientNorm, batch: batch.fingerprint,
      weights: trainer.model.trainable.fingerprint, heldOutLoss: heldOutLoss, snapshot: snapshot,
      seconds: seconds)
    try append(record)
    return record
  }

  private func append(_ record: StepRecord) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    var line = try encoder.encode(record)
    line.append(UInt8(ascii: "\n"))
    let end = try steps.seekToEnd()
    do {
      try steps.write(contentsOf: line)
    } catch {
      try? steps.truncate(atOffset: end)
      throw FileError(folder.steps, "cannot be written: \(AtomicFile.reason(error))")
    }
  }

  deinit { try? steps.close() }
}
