import Foundation
import Kernels
import Models
import Training

/// A small run of twelve steps, recorded in a folder of its own.
package enum RecordedCase {
  /// The trainer before its first step, and what it learns from.
  private static func begin(
    adapter: Bool, steps: Int
  ) throws -> (trainer: Trainer, data: TrainingData) {
    let tokenizer = try SmallWorld.tokenizer()
    let configuration = SmallWorld.configuration(tokenizer, dropout: 0.1)
    let plan = adapter ? Adapter.Plan(rank: 2, alpha: 4, targets: ["attn.q", "mlp.out"]) : nil
    var request = SmallWorld.request(configuration, adapter: plan)
    request.steps = steps
    var model = SmallWorld.model(configuration)
    if let plan {
      model.adapter = Adapter(plan, for: configuration, from: RandomUse.adapter.stream(seed: 7))
    }
    return (Trainer(request, model: model), SmallWorld.data(tokenizer))
  }

  /// Trains and records. Throws what that throws, as for a name that exists.
  /// - Parameters:
  ///   - steps: how many are asked for; the learning rate is that of twelve
  ///   - end: the process ends after so many steps, as in a crash
  ///   - onStep: is told of each step that is done
  @discardableResult
  package static func record(
    in runs: URL, adapter: Bool = false, steps: Int = 12, crashingAfter end: Int? = nil,
    observer: AtomicFile.Observer? = nil, onStep: (StepRecord) -> Void = { _ in }
  ) throws -> RunFolder {
    var (trainer, data) = try begin(adapter: adapter, steps: steps)
    let recorder = try RunRecorder(
      trainer, data: data, tokenizer: try SmallWorld.tokenizer(), in: runs, replaces: false,
      observer: observer)
    try train(&trainer, on: data, by: recorder, crashingAfter: end, onStep: onStep)
    return recorder.folder
  }

  /// Goes on with a run to its end. Throws what that throws.
  @discardableResult
  package static func resume(
    _ folder: RunFolder, steps: Int? = nil, crashingAfter end: Int? = nil
  ) throws -> Trainer {
    let (recorder, run) = try RunRecorder.resume(folder, steps: steps)
    var trainer = try recorder.catchUp(on: run, pool: WorkerPool(threadCount: 2)) { _, _ in }
    try train(&trainer, on: run.data, by: recorder, crashingAfter: end)
    return trainer
  }

  private static func train(
    _ trainer: inout Trainer, on data: TrainingData, by recorder: RunRecorder,
    crashingAfter end: Int?, onStep: (StepRecord) -> Void = { _ in }
  ) throws {
    let pool = WorkerPool(threadCount: 2)
    let request = recorder.request
    while trainer.completedSteps < min(request.steps, end ?? .max) {
      let step = trainer.completedSteps + 1
      let batch = data.batch(step: step, request)
      let outcome = try trainer.step(on: batch, pool: pool)
      onStep(
        try recorder.record(
          outcome, batch: batch, trainer: trainer, heldOutLoss: nil, seconds: 0,
          isLast: step == request.steps, pool: pool))
    }
  }

  /// Records a run, hands it over, and removes it.
  package static func with(
    adapter: Bool = false, steps: Int = 12, _ body: (RecordedRun) throws -> Void
  ) throws {
    let runs = try SmallWorld.folder()
    defer { try? FileManager.default.removeItem(at: runs) }
    try body(try RecordedRun(try record(in: runs, adapter: adapter, steps: steps)))
  }

  /// The bytes of a run's files but the lock, which tells who wrote, by name.
  package static func contents(_ folder: RunFolder) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.url.path) {
      let url = folder.url.appendingPathComponent(name)
      guard name != "lock", let bytes = try? Data(contentsOf: url) else { continue }
      contents[name] = bytes
    }
    return contents
  }
}
