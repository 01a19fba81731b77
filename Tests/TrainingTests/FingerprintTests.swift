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
    "GPT-2, dropout": "b755a0e4dd58d05a",
    "Llama": "0d18e8a33e61747e",
    "GPT-2, own output table, masked": "4a9dc6b3fa871f61",
    "Llama, tied, masked, dropout": "851d31f8ccb79065",
    "GPT-2, LoRA, dropout": "25f60c5a848f6a8a",
    "Llama, LoRA, masked": "49edcf4d39de80b2",
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
