import Foundation
import Kernels
import Testing

/// A training that is killed, again and again, at moments drawn at random, or that finds the disk
/// full, loses no step, and ends with the bits of one that nothing stopped.
@Suite(.serialized) struct KilledRunTests {
  /// Two hundred kills with `GLASSBOX_EXHAUSTIVE`, else a few.
  static let kills =
    ProcessInfo.processInfo.environment["GLASSBOX_EXHAUSTIVE"] != nil ? 200 : 12
  static let training =
    "train --data ferry.txt --steps 60 --snapshot 2 --vocab 260 --layers 1 --heads 1 --width 8"
    + " --hidden 8 --context 16 --batch 2 --evaluate 20"

  let place: Place

  init() throws {
    place = try Place()
    try place.write(
      String(repeating: "The ferry leaves at noon. The lamp burns all night. ", count: 20),
      to: "ferry.txt")
  }

  private func words(_ line: String) -> [String] {
    line.split(separator: " ").map(String.init)
  }

  private func files(_ name: String) -> RecordedFiles {
    RecordedFiles(folder: place.workspace.appendingPathComponent("runs/\(name)"))
  }

  private func uninterrupted() throws -> RecordedFiles {
    let outcome = try BuiltProgram.run(words(Self.training + " --name whole"), at: place)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return files("whole")
  }

  /// Records the run that nothing stops, and how long it takes to its first step and from there to its
  /// end, in microseconds.
  private func pace() throws -> (toFirstStep: Int, fromFirstStep: Int) {
    let clock = ContinuousClock()
    let start = clock.now
    let process = try RecordingProcess(words(Self.training + " --name whole"), at: place)
    while process.isRunning && files("whole").lines.isEmpty { usleep(500) }
    let first = clock.now
    while process.isRunning { usleep(500) }
    #expect(files("whole").lines.count == 60)
    func microseconds(_ time: Duration) -> Int { max(1, Int(time / .microseconds(1))) }
    return (microseconds(first - start), microseconds(clock.now - first))
  }

  @Test func killedAtRandomMomentsItLosesNothing() throws {
    let pace = try pace()
    let whole = files("whole")
    let random = RandomStream(seed: 11, stream: 5)
    var (kills, round, wasKilled) = (0, 0, 0)
    while kills < Self.kills {
      round += 1
      let name = "run\(round)"
      let run = files(name)
      while run.lines.count < 60 && kills < Self.kills {
        let begun = FileManager.default.fileExists(atPath: run.folder.path)
        let line = begun ? "train --resume \(name)" : Self.training + " --name \(name)"
        let reported = run.lines.count
        let process = try RecordingProcess(words(line), at: place)
        // Every third kill falls into the making of the run, the others into its steps.
        let span = kills % 3 == 0 ? pace.toFirstStep : pace.fromFirstStep / 2
        if kills % 3 != 0 {
          while process.isRunning && run.lines.count <= reported { usleep(500) }
        }
        usleep(UInt32(random.index(below: span, step: kills, element: 0)) + 1)
        let seen = run.proofs
        wasKilled += process.isRunning ? 1 : 0
        process.kill()
        kills += 1
        let isThere = run.proofs.starts(with: seen) && seen.count >= reported
        #expect(isThere, "\(name): a step of \(seen.count) is gone")
      }
      let last = run.lines.count
      guard FileManager.default.fileExists(atPath: run.folder.path) else { continue }
      if last > 0 {
        #expect(
          try BuiltProgram.run(["replay", name], at: place).status == 0, "after \(last) steps")
      }
      if last < 60 {
        let outcome = try BuiltProgram.run(["train", "--resume", name], at: place)
        #expect(outcome.status == 0, "\(outcome.errors)")
      }
      let isSame = run.proofs == whole.proofs
      #expect(isSame, "\(name), killed after \(last) steps: other bits")
      let (mine, theirs) = (run.snapshots, whole.snapshots)
      // What a kill left half-written is cleared away by the next that writes.
      for name in mine.keys.sorted() where last < 60 || !name.hasPrefix(".") {
        #expect(theirs[name] == mine[name], "snapshot \(name) of \(run.folder.lastPathComponent)")
      }
    }
    #expect(wasKilled * 2 > Self.kills, "most kills came after the end")
  }

  @Test func theSecondIsToldWhoWrites() throws {
    let endless = Self.training.replacing("--steps 60", with: "--steps 1000000 --name busy")
    let writer = try RecordingProcess(words(endless), at: place)
    while writer.isRunning && files("busy").lines.isEmpty { usleep(2000) }
    let holder = "run busy is being written by process \(writer.identifier) (glassbox"
    for line in [
      "train --resume busy", "runs prune busy", "runs remove busy",
      Self.training + " --name busy --overwrite",
    ] {
      let outcome = try BuiltProgram.run(words(line), at: place)
      #expect(outcome.status == 2 && outcome.errors.contains(holder), "\(line): \(outcome.errors)")
    }
    // Whoever only reads need not wait.
    #expect(try BuiltProgram.run(["replay", "busy", "--to", "1"], at: place).status == 0)
    writer.kill()
    // The system let go of the lock.
    let steps = files("busy").lines.count + 3
    let outcome = try BuiltProgram.run(words("train --resume busy --steps \(steps)"), at: place)
    #expect(outcome.status == 0 && files("busy").lines.count == steps, "\(outcome.errors)")
  }

  /// Nil where it can be mounted, else why not.
  private static let mountProblem: String? = {
    guard geteuid() == 0 else { return "only root may mount a small disk" }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    guard (try? SmallDisk(folder, kilobytes: 64)) != nil else {
      return "this system does not let root mount a small disk"
    }
    return nil
  }()

  @Test(.enabled(if: mountProblem == nil, Comment(rawValue: mountProblem ?? "")))
  func aFullDiskStopsItAndMoreRoomLetsItGoOn() throws {
    let whole = try uninterrupted()
    // The small disk will hide it.
    let (proofs, last) = (whole.proofs, whole.snapshots["000060.packed"])
    // From too small for the run's first files to enough for some steps.
    for kilobytes in [40, 120, 200] {
      let disk = try SmallDisk(place.workspace.appendingPathComponent("runs"), kilobytes: kilobytes)
      let stopped = try BuiltProgram.run(words(Self.training + " --name full"), at: place)
      #expect(stopped.status == 2, "\(kilobytes) KB")
      #expect(
        stopped.errors.contains("cannot be written: No space left on device"), "\(stopped.errors)")
      let run = files("full")
      guard FileManager.default.fileExists(atPath: run.folder.path) else {
        #expect(try FileManager.default.contentsOfDirectory(atPath: disk.folder.path) == [])
        continue
      }
      if !run.lines.isEmpty {
        #expect(try BuiltProgram.run(["replay", "full"], at: place).status == 0)
      }
      try disk.resize(kilobytes: 65536)
      let resumed = try BuiltProgram.run(["train", "--resume", "full"], at: place)
      #expect(resumed.status == 0, "\(kilobytes) KB: \(resumed.errors)")
      let isSame = run.proofs == proofs && run.snapshots["000060.packed"] == last
      #expect(isSame && last != nil, "\(kilobytes) KB: other bits")
    }
  }
}
