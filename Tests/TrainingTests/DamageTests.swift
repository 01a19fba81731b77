import Foundation
import Kernels
import Models
import Support
import Testing
import Training

/// Every byte of a run that is changed, and every file that is cut off, is noticed and named.
@Suite struct DamageTests {
  /// All bytes and all lengths, which takes minutes; else some hundred of each.
  static let isExhaustive = ProcessInfo.processInfo.environment["GLASSBOX_EXHAUSTIVE"] != nil
  static let files = [
    "run.json", "steps.jsonl", "tokenizer.json", "data.safetensors",
    "snapshots/000000.packed", "snapshots/000005.packed",
  ]

  /// About `count` places of a file, its last ones among them; all if exhaustive. The stride is odd, so
  /// that places of all kinds are met.
  private func places(_ size: Int, _ count: Int) -> [Int] {
    guard !Self.isExhaustive else { return Array(0..<size) }
    let stride = max(1, size / count) | 1
    return Array(Swift.stride(from: size % stride, to: size, by: stride))
  }

  /// Expects that what reads a damaged file says so, and names it.
  private func expectNoticed(_ file: String, _ run: RecordedRun, _ what: String) {
    let error = #expect(throws: FileError.self, "\(file) \(what)") {
      // Later snapshots are checked when they are needed.
      if file == "snapshots/000005.packed" {
        _ = try run.trainer(atSnapshot: 5)
      } else {
        _ = try RecordedRun(run.folder)
      }
    }
    let name = file.split(separator: "/").last.map(String.init) ?? file
    #expect(error?.path.hasSuffix(name) == true, "\(file) \(what): \(String(describing: error))")
  }

  @Test(arguments: files) func everyFlippedByteIsNamed(file: String) throws {
    try RecordedCase.with { run in
      let url = run.folder.url.appendingPathComponent(file)
      let whole = try Data(contentsOf: url)
      for place in places(whole.count, file.hasSuffix("n") || file.hasSuffix("l") ? 120 : 30) {
        for flip: UInt8 in [1 << (place % 8), 0xff] {
          var bytes = whole
          bytes[place] ^= flip
          try bytes.write(to: url)
          expectNoticed(file, run, "byte \(place) flipped by \(flip)")
        }
      }
      try whole.write(to: url)
      #expect(try RecordedRun(run.folder).steps == run.steps)
      #expect(try run.trainer(atSnapshot: 5).completedSteps == 5)
    }
  }

  @Test(arguments: files) func everyCutIsNamed(file: String) throws {
    try RecordedCase.with { run in
      let url = run.folder.url.appendingPathComponent(file)
      let whole = try Data(contentsOf: url)
      for length in places(whole.count, 60) {
        try whole.prefix(length).write(to: url)
        expectNoticed(file, run, "cut to \(length) bytes")
      }
      try FileManager.default.removeItem(at: url)
      expectNoticed(file, run, "missing")
    }
  }

  @Test func theLastWeightsOfAnAdaptersBaseAreHeldToo() throws {
    try RecordedCase.with(adapter: true) { run in
      let url = run.folder.base
      let whole = try Data(contentsOf: url)
      for place in places(whole.count, 30) {
        var bytes = whole
        bytes[place] ^= 4
        try bytes.write(to: url)
        expectNoticed("base.safetensors", run, "byte \(place) flipped")
      }
    }
  }

  /// A line that was exchanged for one of another run, or left out, does not fit the chain.
  @Test func aLineTooFewIsNamed() throws {
    try RecordedCase.with { run in
      var lines = try String(contentsOf: run.folder.steps, encoding: .utf8).split(separator: "\n")
      lines.remove(at: 6)
      try (lines.joined(separator: "\n") + "\n").write(
        to: run.folder.steps, atomically: true, encoding: .utf8)
      let error = #expect(throws: FileError.self) { try RecordedRun(run.folder) }
      #expect(error?.problem == "damaged at line 7")
    }
  }
}
