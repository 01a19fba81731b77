import Foundation
import Kernels
import Models
import Tensors
import Text
import Training

/// What a finished (or stopped) run comes to.
struct TrainingSummary: Encodable {
  let run: String
  let parameters: Int
  let trained: Int
  let steps: Int
  let asked: Int
  let trainTokens: Int
  let heldOutTokens: Int
  let records: [StepRecord]
  let seconds: Varying
  let tokensPerSecond: Varying
  let weights: Fingerprint
  /// The most memory that the process held, in bytes; nil where the system does not tell.
  let peakMemory: Varying?
}

/// Runs and records training, with a live line, stopping cleanly at Ctrl-C.
struct TrainingLoop {
  let session: Session
  let data: TrainingData
  let tokenizer: Tokenizer

  /// Trains from where `trainer` stands to the last step asked for; the result lies on the desk.
  /// Throws what recording throws; steps reported before are then on disk.
  func run(_ trainer: inout Trainer, replaces: Bool) throws -> TrainingSummary {
    let request = trainer.request
    try data.validate(for: request)
    if session.recallsRuns, let run = recorded(as: trainer) { return try recall(run) }
    if replaces { try session.checkReplacing(run: request.name) }
    let pool = try session.pool()
    let recorder = try RunRecorder(
      trainer, data: data, tokenizer: tokenizer, in: session.workspace.runs, replaces: replaces)
    return try record(&trainer, by: recorder, after: [], pool)
  }

  /// Trains to the last step asked for or to Ctrl-C, and records every step.
  /// - Parameter recorded: what is on record already
  func record(
    _ trainer: inout Trainer, by recorder: RunRecorder, after recorded: [StepRecord],
    _ pool: WorkerPool
  ) throws -> TrainingSummary {
    let request = trainer.request
    let heldOut = data.heldOutBatches(request)
    let start = ContinuousClock.now
    var records = recorded
    defer { session.console.showProgress(nil) }
    while trainer.completedSteps < request.steps {
      let stepStart = ContinuousClock.now
      let next = trainer.completedSteps + 1
      let batch = data.batch(step: next, request)
      let (outcome, heldOutLoss, isLast) = try step(&trainer, on: batch, heldOut, pool)
      records.append(
        try recorder.record(
          outcome, batch: batch, trainer: trainer, heldOutLoss: heldOutLoss,
          seconds: (ContinuousClock.now - stepStart).seconds, isLast: isLast, pool: pool))
      showProgress(records, request, since: start, made: records.count - recorded.count)
      if isLast { break }
    }
    return finish(
      trainer, records: records, seconds: (ContinuousClock.now - start).seconds,
      made: records.count - recorded.count)
  }

  /// One step, and the loss on held-out text if that is due or the step is the last.
  private func step(
    _ trainer: inout Trainer, on batch: TrainingBatch, _ heldOut: [TrainingBatch],
    _ pool: WorkerPool
  ) throws -> (outcome: Trainer.Outcome, heldOutLoss: Float?, isLast: Bool) {
    do {
      let outcome = try trainer.step(on: batch, pool: pool)
      let isLast = outcome.step == trainer.request.steps || session.console.isInterrupted
      let isDue = isLast || trainer.request.evaluates(after: outcome.step)
      return (outcome, isDue ? try trainer.loss(on: heldOut, pool: pool) : nil, isLast)
    } catch let error as TrainingError {
      let desk = DeskModel(trainer, tokenizer: tokenizer)
      throw session.lostStep(error, of: trainer, on: data, desk)
    }
  }

  /// Lays the trained model on the desk and says what the run came to.
  /// - Parameters:
  ///   - seconds: how long the steps took that were made
  ///   - made: how many these are
  func finish(
    _ trainer: Trainer, records: [StepRecord], seconds: Double, made: Int
  ) -> TrainingSummary {
    let request = trainer.request
    var desk = DeskModel(trainer, tokenizer: tokenizer)
    desk.data = data
    session.put(desk)
    let tokens = Double(made * request.batch * request.window)
    return TrainingSummary(
      run: request.name, parameters: trainer.model.specifications.reduce(0) { $0 + $1.shape.count },
      trained: trainer.model.trainable.count, steps: records.count, asked: request.steps,
      trainTokens: data.train.tokens.count, heldOutTokens: data.heldOut.tokens.count,
      records: records.map { $0.renumbered(request.position(of: $0.step)) },
      seconds: .seconds(seconds),
      tokensPerSecond: Varying(tokens / seconds) { NumberFormat.grouped(Int($0)) },
      weights: trainer.model.trainable.fingerprint,
      peakMemory: Machine.peakMemory.map { .bytes(Double($0)) })
  }

  private func showProgress(
    _ records: [StepRecord], _ request: TrainingRequest, since start: ContinuousClock.Instant,
    made: Int
  ) {
    guard let last = records.last else { return }
    let seconds = (ContinuousClock.now - start).seconds
    let rest = seconds / Double(made) * Double(request.steps - last.step)
    session.console.showProgress(
      ProgressLine.text(
        done: last.step, of: request.steps,
        facts:
          "loss \(NumberFormat.fixed(last.loss, decimals: 3))  \(Int(rest.rounded(.up))) s left",
        width: session.page.width))
  }
}

extension Duration {
  /// As a number of seconds.
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}

extension Varying {
  /// A duration as `12.3 s` or `45 ms`.
  static func seconds(_ value: Double) -> Varying {
    Varying(value) { value in
      value < 1
        ? "\(NumberFormat.fixed(Float(value * 1000), decimals: 1)) ms"
        : "\(NumberFormat.fixed(Float(value), decimals: 1)) s"
    }
  }
}

/// One line that tells how far a piece of work has come.
enum ProgressLine {
  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  static func text(done: Int, of total: Int, facts: String, width: Int) -> String {
    let size = max(8, min(30, width - 50))
    let filled = done * size * 8 / max(total, 1)
    let bar = String(repeating: "█", count: filled / 8) + eighths[filled % 8]
    let padding = String(repeating: " ", count: max(0, size - bar.count))
    return "step \(done)/\(total) ▕\(bar)\(padding)▏ \(facts)"
  }
}
