import Kernels
import Models
import Tensors
import Testing
import Training

/// Where a step's time goes.
@Suite struct StopwatchTests {
  private let pool = WorkerPool(threadCount: 2)

  @Test(arguments: TrainingCase.all) func theProductsOfAStep(_ training: TrainingCase) throws {
    var trainer = training.trainer
    let stopwatch = Stopwatch()
    _ = try trainer.step(on: training.batch(step: 1), stopwatch: stopwatch, pool: pool)
    let flops = stopwatch.parts.reduce(0) { $0 + $1.flops }
    let cost = Cost(training.configuration, adapter: training.request.adapter)
    #expect(flops == cost.trainingFLOPs(batch: 4, window: 17))
  }

  @Test func theParts() throws {
    let training = TrainingCase.all[3]
    var trainer = training.trainer
    let stopwatch = Stopwatch()
    let elapsed = try ContinuousClock().measure {
      _ = try trainer.step(on: training.batch(step: 1), stopwatch: stopwatch, pool: pool)
    }
    let calls = stopwatch.parts.map { "\($0.name) \($0.calls)" }
    // Of two layers: q, k and v, gate and pre; out twice.
    #expect(
      calls == [
        "embedding 1", "RMSNorm 5", "linear 10", "attention 2", "linear and add 4", "SiLU 2",
        "multiply 2", "unembed 1", "cross entropy by position 1", "gradient norm 1", "AdamW 1",
      ])
    for part in stopwatch.parts {
      #expect(part.forward > 0)
      #expect((part.backward > 0) == !["gradient norm", "AdamW"].contains(part.name))
    }
    #expect(
      stopwatch.parts.reduce(0) { $0 + $1.forward + $1.backward } <= elapsed / .seconds(1))
  }

  @Test func noBitChanges() throws {
    let training = TrainingCase.all[0]
    var (timed, plain) = (training.trainer, training.trainer)
    for step in 1...3 {
      let batch = training.batch(step: step)
      _ = try timed.step(on: batch, stopwatch: Stopwatch(), pool: pool)
      _ = try plain.step(on: batch, pool: pool)
    }
    #expect(timed.model.trainable.fingerprint == plain.model.trainable.fingerprint)
  }
}
