import Dispatch
import Foundation
import Models
import Synchronization

/// Writes snapshots while training goes on, one after the other, and lets go of those that the plan
/// does not keep. A snapshot that a crash prevents is recomputed from the one before.
final class SnapshotWriter: Sendable {
  private let folder: RunFolder
  private let plan: SnapshotPlan
  private let observer: AtomicFile.Observer?
  private let queue = DispatchQueue(label: "glassbox.snapshots")
  private let failure = Mutex<(any Error)?>(nil)

  init(_ folder: RunFolder, _ plan: SnapshotPlan, observer: AtomicFile.Observer?) {
    self.folder = folder
    self.plan = plan
    self.observer = observer
  }

  /// Begins to write, once the one before is written.
  /// - Parameter record: the open file of steps, whose lines are put onto the disk first: no
  ///   snapshot is ever seen without the line of its step
  /// - Throws: `FileError` if the one before could not be written
  func write(_ contents: Data, step: Int, record: Int32) throws {
    try finish()
    queue.async { [self] in
      do {
        guard fsync(record) == 0 else {
          throw FileError(
            folder.steps, "cannot be written: \(AtomicFile.reason(AtomicFile.lastError))")
        }
        try AtomicFile.write(contents, to: folder.snapshot(step), observer: observer)
        for step in plan.surplus(of: folder.snapshotSizes) {
          unlink(folder.snapshot(step).path)
        }
      } catch {
        failure.withLock { $0 = error }
      }
    }
  }

  /// Waits until everything is written. Throws `FileError` if something could not be.
  func finish() throws {
    queue.sync {}
    if let error = failure.withLock({ $0 }) { throw error }
  }
}
