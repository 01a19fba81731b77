import Foundation
import Models

extension RunFolder {
  /// Lets go of snapshots, the first and the last excepted, so that the run takes at most `bytes` if
  /// that can be, and the gaps stay small. No step is lost: what lay there is computed again.
  /// - Returns: the steps whose snapshots went, in order
  /// - Throws: `TrainingError` if a process writes to the run, and what reading it throws
  package func prune(to bytes: Int) throws -> [Int] {
    let lock = try RunLock(self)
    let run = try RecordedRun(self)
    RunDraft.sweep(snapshots)
    // What comes behind the record's end is no part of it.
    let kept = snapshotSizes.filter { $0.step <= run.steps.count }
    let size = size
    let surplus = SnapshotPlan.surplus(of: kept, room: bytes - (size.all - size.snapshots)).sorted()
    for step in surplus { try remove(snapshot(step)) }
    withExtendedLifetime(lock) {}
    return surplus
  }

  /// Removes the run. Throws `TrainingError` if a process writes to it, `FileError` if it cannot be
  /// removed.
  package func remove() throws {
    let lock = try RunLock(self)
    // Out of sight first, should this be cut off.
    let gone = RunDraft.place(RunDraft.gone, name, in: url.deletingLastPathComponent())
    do {
      try FileManager.default.moveItem(at: url, to: gone)
    } catch {
      throw FileError(url, "cannot be removed: \(AtomicFile.reason(error))")
    }
    try remove(gone)
    withExtendedLifetime(lock) {}
  }

  private func remove(_ url: URL) throws {
    do {
      try FileManager.default.removeItem(at: url)
    } catch {
      throw FileError(url, "cannot be removed: \(AtomicFile.reason(error))")
    }
  }
}
