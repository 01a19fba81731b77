import Kernels
import Models
import Testing
import Training

/// A step gives the same bits in however many pieces its sequences go through the model.
@Suite struct MicroBatchTests {
  /// What six steps came to, to the bit.
  private struct Result: Equatable {
    var losses: [UInt32] = []
    var norms: [UInt32] = []
    var weights: [Fingerprint] = []
    var moments: Fingerprint?
  }

  private func train(
    _ training: TrainingCase, microBatch: Int?, threads: Int, isTraced: Bool = false
  ) throws -> Result {
    let pool = WorkerPool(threadCount: threads)
    var trainer = training.trainer
    trainer.microBatch = microBatch
    var result = Result()
    for step in 1...6 {
      let outcome = try trainer.step(
        on: training.batch(step: step), isTraced: isTraced, pool: pool)
      result.losses.append(outcome.loss.bitPattern)
      result.norms.append(outcome.gradientNorm.bitPattern)
      result.weights.append(trainer.model.trainable.fingerprint)
    }
    result.moments = Fingerprint(combining: [
      trainer.optimizer.m.fingerprint, trainer.optimizer.v.fingerprint,
    ])
    return result
  }

  @Test(arguments: TrainingCase.all) func fourSequencesInPieces(_ training: TrainingCase) throws {
    let whole = try train(training, microBatch: 4, threads: 2)
    #expect(Set(whole.weights.map(\.description)).count == 6)
    for pieces in [1, 2, 3, 5] {
      let found = try train(training, microBatch: pieces, threads: pieces % 3 + 1)
      #expect(found == whole, "\(pieces) at a time")
    }
    #expect(try train(training, microBatch: nil, threads: 4) == whole)
    #expect(try train(training, microBatch: 1, threads: 2, isTraced: true) == whole)
  }
}
