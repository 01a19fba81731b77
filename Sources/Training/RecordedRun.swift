import Foundation
import Kernels
import Models
import Tensors
import Text

/// A run read back from its folder, every file checked against its fingerprint.
package struct RecordedRun: Sendable {
  package let folder: RunFolder
  package let manifest: RunManifest
  package let steps: [StepRecord]
  /// Where the next line of `steps.jsonl` goes, and what it is chained to.
  let end: (length: Int, check: Fingerprint)
  package let tokenizer: Tokenizer
  package let data: TrainingData
  private let frozen: Parameters

  package var request: TrainingRequest { manifest.request }

  /// Throws `FileError` naming the first file that is missing, cut off or changed.
  package init(_ folder: RunFolder) throws {
    self.folder = folder
    // Before the record is read: meanwhile another process may go on with both.
    let lastSnapshot = folder.snapshotSteps.last ?? 0
    manifest = try Self.readManifest(folder)
    let files = manifest.files.sorted { $0.key < $1.key }
    for (name, expected) in files {
      let url = folder.url.appendingPathComponent(name)
      let found = try RunFolder.read(url).fingerprint
      guard found == expected else {
        throw FileError(
          url, "changed since the run was recorded: fingerprint \(found), recorded \(expected)")
      }
    }
    do {
      try manifest.request.validate()
    } catch {
      throw FileError(folder.manifest, "damaged: \(error)")
    }
    tokenizer = try TokenizerFile.load(from: folder.tokenizer.path)
    data = try TrainingData(contentsOf: folder.data)
    do {
      try data.validate(for: manifest.request)
    } catch {
      throw FileError(folder.data, "damaged: \(error)")
    }
    let lines = try StepLines(folder.steps, chainStart: manifest.chainStart)
    guard lastSnapshot <= lines.records.count else {
      throw FileError(
        folder.steps,
        "cut off after step \(lines.records.count): there is a snapshot of step \(lastSnapshot)."
          + " To keep what is left, remove the snapshots of later steps")
    }
    steps = lines.records
    end = (lines.length, lines.check)
    var frozen = Parameters(manifest.request.configuration.parameters)
    if manifest.request.adapter != nil {
      let file = try SafetensorsFile(contentsOf: folder.base)
      for specification in frozen.specifications {
        frozen.set(
          specification.name,
          to: try file.tensor(specification.name, shape: specification.shape))
      }
    }
    self.frozen = frozen
  }

  private static func readManifest(_ folder: RunFolder) throws -> RunManifest {
    struct Format: Decodable { let format: Int }
    guard let contents = try? Data(contentsOf: folder.manifest) else {
      throw FileError(folder.manifest, "is missing, so this is no recorded run")
    }
    let decoder = JSONDecoder()
    guard let format = try? decoder.decode(Format.self, from: contents) else {
      throw FileError(folder.manifest, "damaged: it is not the JSON of a run")
    }
    guard format.format == RunManifest.currentFormat else {
      throw FileError(
        folder.manifest,
        "has format \(format.format); this program reads format"
          + " \(RunManifest.currentFormat)")
    }
    guard let sealed = SealedJSON.open(contents),
      let manifest = try? decoder.decode(RunManifest.self, from: sealed.json)
    else { throw FileError(folder.manifest, "damaged: it is not what was written") }
    return manifest
  }

  /// The trainer as it was after `step`, from the snapshot of exactly that step. Throws `FileError`
  /// if it is missing, changed, or does not hold the recorded weights.
  /// - Parameter arena: where its state lies, and what its steps compute with
  package func trainer(atSnapshot step: Int, in arena: Arena = Arena()) throws -> Trainer {
    let url = folder.snapshot(step)
    let (bytes, found) = try RunFolder.read(url)
    if step > 0 {
      guard step <= steps.count, let expected = steps[step - 1].snapshot else {
        throw FileError(url, "is not part of the record")
      }
      guard found == expected else {
        throw FileError(
          url,
          "changed since the run was recorded: fingerprint \(found), recorded \(expected)."
            + " Without it, its steps are computed again from the snapshot before")
      }
    }
    return try Snapshot.load(bytes, of: url, step: step, into: emptyModel, request, in: arena)
  }

  /// The last step with a snapshot, at most `limit`.
  package func snapshotStep(atMost limit: Int) -> Int {
    folder.snapshotSteps.last { $0 <= limit && ($0 == 0 || $0 <= steps.count) } ?? 0
  }

  /// The model's shape with the frozen weights in place and the trainable ones still to be filled.
  package var emptyModel: Model {
    guard let plan = request.adapter else {
      return Model(request.configuration, parameters: frozen)
    }
    let count = request.trained.reduce(0) { $0 + $1.shape.count }
    let adapter = Adapter(
      plan, for: request.configuration, block: .zeros(Shape(["element": count])))
    return Model(request.configuration, parameters: frozen, adapter: adapter)
  }
}
