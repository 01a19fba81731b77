import Foundation
import Kernels
import Models
import Testing
import Training

/// Fifty steps end in the same weights, whatever the number of threads, the build of the kernels
/// (`GLASSBOX_KERNELS=scalar swift test …`) and the machine.
///
/// `GLASSBOX_TABLES=1 swift test -c release --filter FingerprintTests` prints the constants anew.
@Suite struct FingerprintTests {
  /// Of the trained weights after the last step.
  private static let expected = [
    "GPT-2, dropout": "c585b834c3d740b3",
    "Llama": "85cadebb44cd8047",
    "GPT-2, own output table, masked": "4338bf512130a0d7",
    "Llama, tied, masked, dropout": "7d29f1f23b3d13f9",
    "GPT-2, LoRA, dropout": "40db2cd197298ca5",
    "Llama, LoRA, masked": "6b72fe25e8bdda07",
  ]

  @Test(arguments: TrainingCase.all) func fiftyStepsEndInTheseWeights(
    _ training: TrainingCase
  ) throws {
    // The first of each family on every number of threads, the others on an odd one.
    let isFirst = !training.masks && training.rank == nil
    let prints = ProcessInfo.processInfo.environment["GLASSBOX_TABLES"] != nil
    for threads in isFirst ? [3, 1, 2, 4, 7] : [3] {
      let pool = WorkerPool(threadCount: threads)
      var trainer = training.trainer
      for step in 1...50 { _ = try trainer.step(on: training.batch(step: step), pool: pool) }
      let found = trainer.model.trainable.fingerprint.description
      if prints && threads == 3 { print("    \"\(training.testDescription)\": \"\(found)\",") }
      #expect(found == Self.expected[training.testDescription], "\(threads) threads")
    }
  }
}
