import Foundation
import Kernels
import Models
import Support
import Synchronization
import Testing
import Training

/// However recording ends, what was reported is there, and going on gives the uninterrupted run: the
/// same bytes in the same files.
@Suite struct RecoveryTests {
  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = try SmallWorld.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  /// What the same run leaves that nothing stops.
  private func uninterrupted(adapter: Bool = false) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    try RecordedCase.with(adapter: adapter) { contents = try RecordedCase.contents($0.folder) }
    return contents
  }

  @Test(arguments: [false, true], [1, 4, 5, 7, 11]) func resumingGivesTheSameFiles(
    adapter: Bool, end: Int
  ) throws {
    try withFolder { runs in
      let folder = try RecordedCase.record(in: runs, adapter: adapter, crashingAfter: end)
      #expect(try RecordedRun(folder).steps.count == end)
      try RecordedCase.resume(folder)
      #expect(try RecordedCase.contents(folder) == uninterrupted(adapter: adapter))
    }
  }

  @Test func aLostSnapshotAndATornLineAreMadeGood() throws {
    try withFolder { runs in
      let folder = try RecordedCase.record(in: runs, crashingAfter: 11)
      try FileManager.default.removeItem(at: folder.snapshot(5))
      try FileManager.default.removeItem(at: folder.snapshot(10))
      try Data("half".utf8).write(to: folder.snapshots.appendingPathComponent(".new-000010-x"))
      let lines = try Data(contentsOf: folder.steps)
      try lines.dropLast(30).write(to: folder.steps)
      #expect(try RecordedRun(folder).steps.count == 10)
      try RecordedCase.resume(folder)
      #expect(try RecordedCase.contents(folder) == uninterrupted())
    }
  }

  /// Copies the disk at every moment of every write, half-written files among them: each copy is what
  /// a process killed at that moment leaves.
  @Test func everyMomentOfRecordingCanBeTheLast() throws {
    try withFolder { place in
      let runs = place.appendingPathComponent("runs")
      let done = Mutex(0)
      let copies = Mutex<[(URL, done: Int)]>([])
      try RecordedCase.record(
        in: runs,
        observer: { _, _ in
          let reported = done.withLock { $0 }
          copies.withLock { copies in
            let copy = place.appendingPathComponent("copy-\(copies.count)")
            guard (try? FileManager.default.copyItem(at: runs, to: copy)) != nil else { return }
            copies.append((copy, reported))
          }
        }, onStep: { record in done.withLock { $0 = record.step } })
      let expected = try uninterrupted()
      let made = copies.withLock { $0 }
      // Tokenizer, data, snapshot, steps, manifest; then three more snapshots.
      #expect(made.count == 3 * 8)
      for (copy, reported) in made {
        let folder = RunFolder(copy.appendingPathComponent("small"))
        guard FileManager.default.fileExists(atPath: folder.url.path) else {
          #expect(reported == 0 && RunFolder.all(in: copy).isEmpty)
          try RecordedCase.record(in: copy)
          let left = try FileManager.default.contentsOfDirectory(atPath: copy.path)
          #expect(left == ["small"], "what was left unfinished is still there")
          continue
        }
        #expect(try RecordedRun(folder).steps.count >= reported)
        if try RecordedRun(folder).steps.count < 12 { try RecordedCase.resume(folder) }
        #expect(
          try RecordedCase.contents(folder).filter { !$0.key.contains(".new-") }
            .filter { $0.key != "snapshots/000012.packed" }
            == expected.filter { $0.key != "snapshots/000012.packed" })
        let trainer = try RunWalk(try RecordedRun(folder), pool: WorkerPool(threadCount: 1))
          .trainer(after: 12)
        #expect(
          trainer.model.trainable.fingerprint == (try RecordedRun(folder)).steps[11].weights)
      }
    }
  }

  @Test func moreStepsAreThoseOfTheLongerRun() throws {
    try withFolder { place in
      let (long, short) = (place.appendingPathComponent("a"), place.appendingPathComponent("b"))
      let whole = try RecordedRun(try RecordedCase.record(in: long, steps: 20))
      let folder = try RecordedCase.record(in: short)
      try RecordedCase.resume(folder, steps: 16, crashingAfter: 14)
      try RecordedCase.resume(folder, steps: 20)
      let run = try RecordedRun(folder)
      #expect(run.request == whole.request)
      #expect(run.steps.count == 20)
      #expect(zip(run.steps, whole.steps).allSatisfy { $0.proves($1) })
      let error = #expect(throws: TrainingError.self) { try RecordedCase.resume(folder) }
      #expect(error?.description.hasPrefix("run small has 20 steps") == true)
    }
  }

  /// A process that was killed as it replaced or removed a run.
  @Test func aRunThatWasNotYetReplacedIsPutBack() throws {
    try withFolder { runs in
      let folder = try RecordedCase.record(in: runs)
      let whole = try RecordedCase.contents(folder)
      let id = UUID().uuidString
      let old = runs.appendingPathComponent(".new-old-small-\(id)")
      try FileManager.default.moveItem(at: folder.url, to: old)
      let error = #expect(throws: TrainingError.self) { try RecordedCase.record(in: runs) }
      #expect(error?.description.hasPrefix("a run named small exists already") == true)
      #expect(try RecordedCase.contents(folder) == whole)

      try FileManager.default.moveItem(at: folder.url, to: old)
      #expect(RunFolder.all(in: runs).map(\.name) == ["small"])
      #expect(try RecordedRun(folder).steps.count > 0)

      let gone = runs.appendingPathComponent(".new-gone-small-\(id)")
      try FileManager.default.moveItem(at: folder.url, to: gone)
      try RecordedCase.record(in: runs)
      #expect(try FileManager.default.contentsOfDirectory(atPath: runs.path) == ["small"])
    }
  }

  @Test func onlyOneWrites() throws {
    try withFolder { runs in
      let folder = try RecordedCase.record(in: runs, crashingAfter: 3)
      let holder = try RunRecorder.resume(folder)
      let words = "run small is being written by process \(getpid()) (glassbox"
      for attempt in [
        { _ = try RunRecorder.resume(folder) }, { _ = try folder.prune(to: 0) },
        { try folder.remove() },
      ] {
        let error = #expect(throws: TrainingError.self) { try attempt() }
        #expect(error?.description.hasPrefix(words) == true, "\(String(describing: error))")
      }
      withExtendedLifetime(holder) {}
    }
  }

  @Test func pruningLosesNoStep() throws {
    try RecordedCase.with { run in
      let folder = run.folder
      let size = folder.size
      let snapshot = size.snapshots / 4
      #expect(try folder.prune(to: size.all - 1) == [10])
      #expect(try folder.prune(to: size.all - snapshot) == [])
      #expect(try folder.prune(to: 0) == [5])
      #expect(folder.snapshotSteps == [0, 12])
      let left = try [0, 12].reduce(0) { try $0 + Data(contentsOf: folder.snapshot($1)).count }
      #expect(folder.size.snapshots == left)
      #expect(folder.size.all == size.all - size.snapshots + left)
      let walk = RunWalk(try RecordedRun(folder), pool: WorkerPool(threadCount: 1))
      for step in 1...12 { #expect(try walk.trainer(after: step).completedSteps == step) }
      try folder.remove()
      #expect(RunFolder.all(in: folder.url.deletingLastPathComponent()).isEmpty)
    }
  }

  @Test func aRunReplaysWhereverItIsCopied() throws {
    try RecordedCase.with { run in
      let place = try SmallWorld.folder()
      defer { try? FileManager.default.removeItem(at: place) }
      let copy = place.appendingPathComponent("elsewhere")
      try FileManager.default.copyItem(at: run.folder.url, to: copy)
      var replay = try Replay(try RecordedRun(RunFolder(copy)))
      let pool = WorkerPool(threadCount: 2)
      while replay.trainer.completedSteps < 12 { _ = try replay.step(pool: pool) }
      try RecordedCase.resume(RunFolder(copy), steps: 14)
    }
  }
}
