import Foundation
import Models

/// Only one process at a time writes to a run. The system lets go of the lock when its holder ends,
/// however it ends.
final class RunLock {
  private let descriptor: Int32

  /// Who writes, told to whoever comes second.
  private struct Holder: Codable {
    let process: Int32
    let program: String
    let since: Date
  }

  /// Throws `TrainingError` with who holds it if another does, `FileError` if the folder cannot be
  /// written to.
  init(_ folder: RunFolder) throws {
    let url = folder.lock
    let descriptor = open(url.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw FileError(url, "cannot be written: \(AtomicFile.reason(AtomicFile.lastError))")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw TrainingError(
        "run \(folder.name) is being written by \(Self.holder(url)); wait for its end, or end it")
    }
    self.descriptor = descriptor
    let holder = Holder(process: getpid(), program: Version.current, since: Date())
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    encoder.dateEncodingStrategy = .iso8601
    guard let words = try? encoder.encode(holder), ftruncate(descriptor, 0) == 0 else { return }
    // Only to be told: a full disk must not keep anybody from the lock.
    try? AtomicFile.append(words, to: descriptor)
  }

  private static func holder(_ url: URL) -> String {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    guard let words = try? Data(contentsOf: url),
      let holder = try? decoder.decode(Holder.self, from: words)
    else { return "another process" }
    return "process \(holder.process) (glassbox \(holder.program)) since"
      + " \(ISO8601DateFormatter().string(from: holder.since))"
  }

  deinit { close(descriptor) }
}
