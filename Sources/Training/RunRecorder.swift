import Foundation
import Kernels
import Models
import Tensors
import Text

/// Writes a run while it happens, alone. What was reported as done is on disk; nothing is ever half
/// there. A step is done once its line is written: that outlives the process, however it ends. Its
/// snapshot follows while training goes on; one that is lost is computed again.
package final class RunRecorder {
  package let folder: RunFolder
  package let request: TrainingRequest
  private let lock: RunLock
  package let plan: SnapshotPlan
  private let writer: SnapshotWriter
  private let steps: FileHandle
  private var length: Int
  private var check: Fingerprint

  /// Creates the run's folder with everything that decides the run, under its name only once it is
  /// complete. Throws `FileError` (a full disk, a missing permission) or `TrainingError` (a run of
  /// that name exists, or another process writes to it), leaving nothing behind.
  /// - Parameter observer: is told of every moment of every write
  package convenience init(
    _ trainer: Trainer, data: TrainingData, tokenizer: Tokenizer, in runs: URL, replaces: Bool,
    observer: AtomicFile.Observer? = nil
  ) throws {
    let draft = try RunDraft(
      trainer, data: data, tokenizer: tokenizer, in: runs, replaces: replaces, observer: observer)
    try self.init(
      draft.folder, draft.lock, draft.manifest, length: 0, check: draft.manifest.chainStart,
      observer)
  }

  /// Goes on with a run where its record ends, which is read once nobody else writes to it.
  /// - Parameter steps: the new last step, if it is to be another; of a fork, counted on from the run
  ///   that it left. The learning rate goes on
  ///   as first asked for, and stays at its end, so that all steps before stay as they are.
  /// - Throws: `TrainingError` if another process writes to it or there is nothing left to do, and
  ///   what reading it throws.
  package static func resume(
    _ folder: RunFolder, steps: Int? = nil, observer: AtomicFile.Observer? = nil
  ) throws -> (recorder: RunRecorder, run: RecordedRun) {
    let lock = try RunLock(folder)
    RunDraft.sweep(folder.snapshots)
    var run = try RecordedRun(folder)
    let asked = steps.map { max($0, 0) - run.start } ?? run.request.steps
    guard asked > run.steps.count else {
      throw TrainingError(
        "run \(folder.name) has \(run.lastStep) steps: with --steps \(run.lastStep + 100), say,"
          + " it goes on")
    }
    if asked != run.request.steps {
      var manifest = run.manifest
      manifest.request.steps = asked
      try manifest.request.validate()
      try AtomicFile.write(try manifest.encoded(), to: folder.manifest, observer: observer)
      run = try RecordedRun(folder)
    }
    let recorder = try RunRecorder(
      folder, lock, run.manifest, length: run.end.length, check: run.end.check, observer)
    return (recorder, run)
  }

  private init(
    _ folder: RunFolder, _ lock: RunLock, _ manifest: RunManifest, length: Int,
    check: Fingerprint, _ observer: AtomicFile.Observer?
  ) throws {
    self.folder = folder
    self.lock = lock
    self.length = length
    self.check = check
    request = manifest.request
    let trained = request.trained
    let size = folder.size
    // Lines still to come leave room for snapshots, if a run is meant to go on without end.
    let written = RunFolder.size(of: folder.steps)
    let lines = min(
      request.steps * StepLines.largestSize(tensors: trained.count), request.snapshotBudget / 8)
    plan = SnapshotPlan(
      request, first: RunFolder.size(of: folder.snapshot(0)),
      bytes: Snapshot.usualSize(trained.reduce(0) { $0 + $1.shape.count }),
      otherBytes: size.all - size.snapshots - written + max(written, lines))
    writer = SnapshotWriter(folder, plan, observer: observer)
    do {
      steps = try FileHandle(forWritingTo: folder.steps)
      // A line that a crash cut off is no step.
      try steps.truncate(atOffset: UInt64(length))
    } catch {
      throw FileError(folder.steps, "cannot be written: \(AtomicFile.reason(error))")
    }
  }

  /// Appends a step; if a snapshot is due or the run ends here, it follows. Throws `FileError`, or
  /// `TrainingError` if a weight to be kept is not finite; the run then ends with the step before.
  package func record(
    _ outcome: Trainer.Outcome, batch: TrainingBatch, trainer: Trainer, heldOutLoss: Float?,
    seconds: Double, isLast: Bool, pool: WorkerPool
  ) throws -> StepRecord {
    var snapshot: (contents: Data, fingerprint: Fingerprint)?
    if isLast || outcome.step % plan.interval == 0 {
      try trainer.requireFiniteWeights()
      // One at a time is in memory.
      try writer.finish()
      let contents = Snapshot.encode(trainer, pool: pool)
      snapshot = (contents, contents.withUnsafeBytes { Fingerprint(bytes: $0) })
    }
    let proof = WeightsProof(trainer.model.trainable, pool: pool)
    let record = StepRecord(
      step: outcome.step, loss: outcome.loss, rate: outcome.rate,
      gradientNorm: outcome.gradientNorm, batch: batch.fingerprint, weights: proof.weights,
      tensors: proof.tensors, heldOutLoss: heldOutLoss, snapshot: snapshot?.fingerprint,
      seconds: seconds)
    try append(record)
    if let snapshot {
      try writer.write(
        snapshot.contents, step: outcome.step, record: steps.fileDescriptor)
    }
    if isLast { try writer.finish() }
    return record
  }

  /// The trainer as it was after the last recorded step: computed again from the last snapshot, each
  /// step proven. Snapshots that a crash prevented are written on the way. Throws as `Replay` does.
  package func catchUp(
    on run: RecordedRun, pool: WorkerPool, onProgress: RunWalk.OnProgress
  ) throws -> Trainer {
    let last = run.steps.count
    let first = run.snapshotStep(atMost: last)
    var replay = try Replay(run, from: first)
    while replay.trainer.completedSteps < last {
      try onProgress(replay.trainer.completedSteps - first, last - first)
      let (_, _, record) = try replay.step(pool: pool)
      guard record.step % plan.interval == 0, let expected = record.snapshot else { continue }
      let contents = Snapshot.encode(replay.trainer, pool: pool)
      if contents.withUnsafeBytes({ Fingerprint(bytes: $0) }) == expected {
        try writer.write(contents, step: record.step, record: steps.fileDescriptor)
      }
    }
    return replay.trainer
  }

  private func append(_ record: StepRecord) throws {
    let line = try StepLines.line(record, after: check)
    do {
      try steps.seek(toOffset: UInt64(length))
      try AtomicFile.append(line.bytes, to: steps.fileDescriptor)
    } catch {
      try? steps.truncate(atOffset: UInt64(length))
      throw FileError(folder.steps, "cannot be written: \(AtomicFile.reason(error))")
    }
    length += line.bytes.count
    check = line.check
  }

  /// Waits until every snapshot is on the disk. Throws `FileError` if one could not be written.
  package func finishWriting() throws { try writer.finish() }

  deinit {
    try? finishWriting()
    try? steps.close()
  }
}
