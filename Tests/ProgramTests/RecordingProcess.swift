import Foundation

/// The built program in the background, training, to be killed.
final class RecordingProcess {
  private let process = Process()

  /// Starts it and returns at once.
  init(_ words: [String], at place: Place) throws {
    process.executableURL = try BuiltProgram.url()
    process.arguments = words
    process.environment = place.environment
    process.currentDirectoryURL = place.root
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  var identifier: Int32 { process.processIdentifier }
  var isRunning: Bool { process.isRunning }

  /// As `kill -9`: the process gets no chance to do anything. Returns once it is gone.
  func kill() {
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  deinit { if process.isRunning { kill() } }
}

/// What lies in the folder of a run, seen from outside.
struct RecordedFiles {
  let folder: URL

  private var steps: URL { folder.appendingPathComponent("steps.jsonl") }

  /// The whole lines of the record: the steps reported as done.
  var lines: [Substring] {
    let text = (try? String(contentsOf: steps, encoding: .utf8)) ?? ""
    guard let end = text.lastIndex(of: "\n") else { return [] }
    return text[..<end].split(separator: "\n")
  }

  /// Loss, batch and weights of each line; not how long the step took, nor the checks over that.
  var proofs: [[String]] {
    lines.map { line in
      line.split(separator: ",").map(String.init).filter { field in
        ["\"loss\"", "\"batch\"", "\"weights\"", "\"held_out_loss\"", "\"tensors\""].contains {
          field.contains($0)
        }
      }
    }
  }

  /// The bytes of every snapshot, by name.
  var snapshots: [String: Data] {
    let place = folder.appendingPathComponent("snapshots")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
    return Dictionary(
      uniqueKeysWithValues: names.compactMap { name in
        (try? Data(contentsOf: place.appendingPathComponent(name))).map { (name, $0) }
      })
  }
}
