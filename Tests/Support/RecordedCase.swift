import Foundation
import Kernels
import Models
import Training

/// A small run of twelve steps, recorded in a folder of its own.
package enum RecordedCase {
  /// Trains and records. Throws what that throws, as for a name that exists.
  package static func record(in runs: URL, adapter: Bool = false) throws -> RunFolder {
    let tokenizer = try SmallWorld.tokenizer()
    let data = SmallWorld.data(tokenizer)
    let configuration = SmallWorld.configuration(tokenizer, dropout: 0.1)
    let plan = adapter ? Adapter.Plan(rank: 2, alpha: 4, targets: ["attn.q", "mlp.out"]) : nil
    let request = SmallWorld.request(configuration, adapter: plan)
    var model = SmallWorld.model(configuration)
    if let plan {
      model.adapter = Adapter(plan, for: configuration, from: RandomUse.adapter.stream(seed: 7))
    }
    var trainer = Trainer(request, model: model)
    let recorder = try RunRecorder(
      trainer, data: data, tokenizer: tokenizer, in: runs, replaces: false)
    let pool = WorkerPool(threadCount: 2)
    for step in 1...request.steps {
      let batch = data.batch(step: step, request)
      let outcome = try trainer.step(on: batch, pool: pool)
      _ = try recorder.record(
        outcome, batch: batch, trainer: trainer, heldOutLoss: nil, seconds: 0,
        isLast: step == request.steps)
    }
    return recorder.folder
  }

  /// Records a run, hands it over, and removes it.
  package static func with(adapter: Bool = false, _ body: (RecordedRun) throws -> Void) throws {
    let runs = try SmallWorld.folder()
    defer { try? FileManager.default.removeItem(at: runs) }
    try body(try RecordedRun(try record(in: runs, adapter: adapter)))
  }
}
