import Foundation
import Kernels
import Models
import Support
import Testing
import Text
import Training

/// A recorded run comes back bit for bit, and every change to it is noticed and named.
@Suite struct ReplayTests {
  private func withRun(adapter: Bool = false, _ body: (RunFolder) throws -> Void) throws {
    try RecordedCase.with(adapter: adapter) { try body($0.folder) }
  }

  @Test(arguments: [false, true]) func everyStepComesBack(adapter: Bool) throws {
    try withRun(adapter: adapter) { folder in
      let run = try RecordedRun(folder)
      #expect(run.steps.count == 12)
      #expect(folder.snapshotSteps == [0, 5, 10, 12])
      for start in [0, 5, 10] {
        var replay = try Replay(run, from: start)
        let pool = WorkerPool(threadCount: 3)
        while replay.trainer.completedSteps < 12 { _ = try replay.step(pool: pool) }
        #expect(replay.trainer.model.trainable.fingerprint == run.steps[11].weights)
      }
    }
  }

  @Test(arguments: ["data.safetensors", "tokenizer.json", "snapshots/000000.packed"])
  func aChangedByteIsNamed(file: String) throws {
    try withRun { folder in
      let url = folder.url.appendingPathComponent(file)
      var bytes = try Data(contentsOf: url)
      bytes[bytes.count - 100] ^= 1
      try bytes.write(to: url)
      let error = #expect(throws: FileError.self) { try RecordedRun(folder) }
      #expect(error?.description.contains(file) == true)
      #expect(error?.description.contains("changed since the run was recorded") == true)
    }
  }

  @Test func aChangedLaterSnapshotIsNamed() throws {
    try withRun { folder in
      let url = folder.snapshot(5)
      var bytes = try Data(contentsOf: url)
      bytes[bytes.count / 2] ^= 0x10
      try bytes.write(to: url)
      let run = try RecordedRun(folder)
      let error = #expect(throws: FileError.self) { try Replay(run, from: 5) }
      #expect(error?.description.contains("000005.packed: changed since") == true)
    }
  }

  @Test func aStepCutOffByACrashDoesNotCount() throws {
    try withRun { folder in
      var bytes = try Data(contentsOf: folder.steps)
      bytes.removeLast(40)
      // It was not yet done, and so has no snapshot.
      try FileManager.default.removeItem(at: folder.snapshot(12))
      try bytes.write(to: folder.steps)
      let run = try RecordedRun(folder)
      #expect(run.steps.count == 11)
      #expect(run.snapshotStep(atMost: 11) == 10)
    }
  }

  @Test func aDamagedLineIsNamed() throws {
    try withRun { folder in
      var lines = try String(contentsOf: folder.steps, encoding: .utf8).split(separator: "\n")
      lines[3] = "{\"step\": 4}"
      try (lines.joined(separator: "\n") + "\n").write(
        to: folder.steps, atomically: true, encoding: .utf8)
      let error = #expect(throws: FileError.self) { try RecordedRun(folder) }
      #expect(error?.problem == "damaged at line 4")
    }
  }

  /// The manifest with a text in it replaced, and sealed again, as nothing but malice would.
  private func forge(_ folder: RunFolder, _ old: String, _ new: String) throws {
    let opened = try #require(SealedJSON.open(try Data(contentsOf: folder.manifest)))
    let json = String(decoding: opened.json, as: UTF8.self)
    let changed = json.replacing(old, with: new)
    #expect(changed != json)
    try SealedJSON.seal(Data(changed.utf8)).bytes.write(to: folder.manifest)
  }

  private func mismatch(_ folder: RunFolder) throws -> String {
    var replay = try Replay(try RecordedRun(folder))
    let error = #expect(throws: Replay.Mismatch.self) {
      for _ in 1...12 { _ = try replay.step(pool: WorkerPool(threadCount: 1)) }
    }
    return error?.description ?? ""
  }

  @Test func aChangedRequestDoesNotReplay() throws {
    try withRun { folder in
      try forge(folder, "\"clip\" : 1", "\"clip\" : 0.5")
      let words = try mismatch(folder)
      #expect(words.hasPrefix("step 1: the weights differ, first in embed.weight: "), "\(words)")
      #expect(words.contains("either the program's code was changed since"))
    }
  }

  @Test func otherBatchesDoNotReplayAndTheVersionIsNamed() throws {
    try withRun { folder in
      try forge(folder, "\"seed\" : 7", "\"seed\" : 8")
      try forge(folder, "\"program\" : \"\(Version.current)\"", "\"program\" : \"0.0.9\"")
      let words = try mismatch(folder)
      #expect(words.hasPrefix("step 1: the batch differs: "), "\(words)")
      #expect(words.contains("version 0.0.9 of the program made it, and this is"))
    }
  }

  @Test func theFirstTensorThatDiffersIsNamed() throws {
    try withRun { folder in
      // The record of step 1, with the digits of the sixth tensor and all after it changed.
      let run = try RecordedRun(folder)
      let tensors = run.steps[0].tensors
      let forged = tensors.prefix(20) + tensors.dropFirst(20).map { $0 == "0" ? "1" : "0" }
      var chain = run.manifest.chainStart
      var lines = Data()
      for line in try Data(contentsOf: folder.steps).split(separator: UInt8(ascii: "\n")) {
        let field = Data(#","check":""#.utf8)
        let json =
          Data(line[..<(try #require(line.firstRange(of: field)).lowerBound)]) + Data("}".utf8)
        var text = String(decoding: json, as: UTF8.self)
        text = text.replacing(tensors, with: forged)
        let weights = run.steps[0].weights.description
        text = text.replacing(
          "\"weights\":\"\(weights)\"", with: "\"weights\":\"0123456789abcdef\"")
        let sealed = SealedJSON.seal(Data(text.utf8), after: chain)
        chain = sealed.check
        lines += sealed.bytes + Data("\n".utf8)
      }
      try lines.write(to: folder.steps)
      let sixth = run.request.configuration.parameters[5].name
      let words = try mismatch(folder)
      #expect(words.hasPrefix("step 1: the weights differ, first in \(sixth): "), "\(words)")
    }
  }

  @Test func anUnknownFormatIsRefused() throws {
    try withRun { folder in
      let json = try String(contentsOf: folder.manifest, encoding: .utf8)
      let format = RunManifest.currentFormat
      try json.replacing("\"format\" : \(format)", with: "\"format\" : 99")
        .write(to: folder.manifest, atomically: true, encoding: .utf8)
      let error = #expect(throws: FileError.self) { try RecordedRun(folder) }
      #expect(error?.problem == "has format 99; this program reads format \(format)")
    }
  }

  @Test func anExistingRunIsKeptUnlessReplaced() throws {
    let runs = try SmallWorld.folder()
    defer { try? FileManager.default.removeItem(at: runs) }
    _ = try RecordedCase.record(in: runs)
    let error = #expect(throws: TrainingError.self) { try RecordedCase.record(in: runs) }
    #expect(error?.description.contains("a run named small exists already") == true)
  }

  @Test func aFolderThatCannotBeWrittenLeavesNothing() throws {
    let parent = try SmallWorld.folder()
    defer { try? FileManager.default.removeItem(at: parent) }
    let runs = parent.appendingPathComponent("runs")
    try Data("a file in the way".utf8).write(to: runs)
    #expect(throws: FileError.self) { try RecordedCase.record(in: runs) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: parent.path) == ["runs"])
  }
}
