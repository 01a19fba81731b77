import Foundation
import Kernels
import Models
import Support
import Testing
import Training

/// A snapshot's bytes are the trainer's state, no more and no less.
@Suite struct SnapshotTests {
  private let url = URL(fileURLWithPath: "/somewhere/000012.packed")

  @Test func theStateComesBack() throws {
    try RecordedCase.with { run in
      let trainer = try run.trainer(atSnapshot: 12)
      let one = Snapshot.encode(trainer, pool: WorkerPool(threadCount: 1))
      #expect(one == Snapshot.encode(trainer, pool: WorkerPool(threadCount: 3)))
      let found = try Snapshot.load(one, of: url, step: 12, into: run.emptyModel, run.request)
      #expect(found.completedSteps == 12)
      #expect(found.model.trainable.fingerprint == trainer.model.trainable.fingerprint)
      #expect(found.optimizer.m.fingerprint == trainer.optimizer.m.fingerprint)
      #expect(found.optimizer.v.fingerprint == trainer.optimizer.v.fingerprint)
    }
  }

  @Test func oneOfAnotherSizeIsRefused() throws {
    try RecordedCase.with { run in
      let contents = Snapshot.encode(
        try run.trainer(atSnapshot: 12), pool: WorkerPool(threadCount: 1))
      for (wrong, words) in [
        (contents.dropLast(), "cut off"), (contents + [0], "1 bytes too many"), (Data(), "cut off"),
      ] {
        let error = #expect(throws: FileError.self) {
          try Snapshot.load(Data(wrong), of: url, step: 12, into: run.emptyModel, run.request)
        }
        #expect(error?.problem.contains(words) == true, "\(String(describing: error))")
      }
    }
  }
}
