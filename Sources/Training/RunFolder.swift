import Foundation
import Kernels
import Models
import Tensors

/// Where the parts of a recorded run lie.
package struct RunFolder: Sendable, Equatable {
  package let url: URL

  package init(_ url: URL) { self.url = url }

  package var name: String { url.lastPathComponent }
  package var manifest: URL { url.appendingPathComponent("run.json") }
  package var steps: URL { url.appendingPathComponent("steps.jsonl") }
  package var tokenizer: URL { url.appendingPathComponent("tokenizer.json") }
  package var data: URL { url.appendingPathComponent("data.safetensors") }
  /// The frozen weights beside an adapter.
  package var base: URL { url.appendingPathComponent("base.safetensors") }
  /// Held by the process that writes to the run.
  package var lock: URL { url.appendingPathComponent("lock") }
  package var snapshots: URL { url.appendingPathComponent("snapshots", isDirectory: true) }

  package func snapshot(_ step: Int) -> URL {
    let digits = String(step)
    let name = String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    return snapshots.appendingPathComponent(name + ".packed")
  }

  /// Steps after which a snapshot was kept, in order.
  package var snapshotSteps: [Int] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: snapshots.path)) ?? []
    return names.compactMap { name in
      Int(name.prefix { $0 != "." }).flatMap { $0 >= 0 ? $0 : nil }
    }.filter { names.contains(snapshot($0).lastPathComponent) }.sorted()
  }

  /// Steps after which a snapshot was kept, in order, and what it takes, in bytes.
  var snapshotSizes: [(step: Int, bytes: Int)] {
    snapshotSteps.map { ($0, Self.size(of: snapshot($0))) }
  }

  /// What the run's files take, and its snapshots among them, in bytes.
  package var size: (all: Int, snapshots: Int) {
    let others = [manifest, steps, tokenizer, data, base].reduce(0) { $0 + Self.size(of: $1) }
    let snapshots = snapshotSizes.reduce(0) { $0 + $1.bytes }
    return (others + snapshots, snapshots)
  }

  static func size(of url: URL) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
    return (attributes?[.size] as? NSNumber)?.intValue ?? 0
  }

  /// The runs in a folder, by name. A run that a process was about to replace when it was killed is
  /// put back first.
  package static func all(in folder: URL) -> [RunFolder] {
    RunDraft.putBack(in: folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { TrainingRequest.isName($0) }.sorted()
      .map { RunFolder(folder.appendingPathComponent($0, isDirectory: true)) }
      .filter { FileManager.default.fileExists(atPath: $0.manifest.path) }
  }

  /// A file's bytes and their fingerprint. Throws `FileError`.
  static func read(_ url: URL) throws -> (bytes: Data, fingerprint: Fingerprint) {
    do {
      let bytes = try Data(contentsOf: url)
      return (bytes, bytes.withUnsafeBytes { Fingerprint(bytes: $0) })
    } catch {
      throw FileError(url, "cannot be read: \(AtomicFile.reason(error))")
    }
  }
}
