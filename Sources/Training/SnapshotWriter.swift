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
  /// What is to be written next. The queue's work does not hold it: else the tensors would be seen by
  /// two until they are on the disk, and the next step would copy them.
  private let pending = Mutex<[Data]>([])

  init(_ folder: RunFolder, _ plan: SnapshotPlan, observer: AtomicFile.Observer?) {
    self.folder = folder
    self.plan = plan
    self.observer = observer
  }

  /// Begins to write, once the one before is written.
  /// - Parameters:
  ///   - pieces: of the file; they are let go of as soon as the system has them
  ///   - record: the open file of steps, whose lines are put onto the disk first: no snapshot is ever
  ///     seen without the line of its step
  /// - Throws: `FileError` if the one before could not be written
  func write(_ pieces: [Data], step: Int, record: Int32) throws {
    try finish()
    pending.withLock { $0 = pieces }
    queue.async { [self] in
      do {
        guard fsync(record) == 0 else {
          throw FileError(
            folder.steps, "cannot be written: \(AtomicFile.reason(AtomicFile.lastError))")
        }
        try AtomicFile.write(to: folder.snapshot(step), observer: observer) { append in
          for piece in takePending() { try append(piece) }
        }
        for step in plan.surplus(of: folder.snapshotSteps) { unlink(folder.snapshot(step).path) }
      } catch {
        _ = takePending()
        failure.withLock { $0 = error }
      }
    }
  }

  private func takePending() -> [Data] {
    pending.withLock { pending in
      defer { pending = [] }
      return pending
    }
  }

  /// Waits until everything is written. Throws `FileError` if something could not be.
  func finish() throws {
    queue.sync {}
    if let error = failure.withLock({ $0 }) { throw error }
  }
}
