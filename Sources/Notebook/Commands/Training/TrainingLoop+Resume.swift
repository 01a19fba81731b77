import Models
import Training

extension TrainingLoop {
  /// Goes on with a recorded run where its record ends, to the bits of the run that was never
  /// stopped.
  /// - Parameters:
  ///   - steps: the new number of steps, if it is to be another
  ///   - microBatch: as in `Trainer`
  /// - Throws: `TrainingError` if there is nothing left to do or another process writes to the run,
  ///   `CheckFailed` if it does not replay, and what training throws.
  static func resume(
    _ name: String, steps: Int?, microBatch: Int?, in session: Session
  ) throws -> TrainingSummary {
    let (recorder, run) = try RunRecorder.resume(try session.folder(ofRun: name), steps: steps)
    _ = try MemoryPlan(fitting: run.request, microBatch: microBatch)
    let pool = try session.pool()
    defer { session.console.showProgress(nil) }
    var trainer: Trainer
    do {
      trainer = try recorder.catchUp(on: run, pool: pool) { done, total in
        try session.checkInterrupt("the run is as it was")
        session.console.showProgress(
          ProgressLine.text(
            done: done, of: total, facts: "since the last snapshot", width: session.page.width))
      }
    } catch let mismatch as Replay.Mismatch {
      throw CheckFailed("run '\(name)' does not replay: \(mismatch)")
    }
    trainer.microBatch = microBatch
    let loop = TrainingLoop(session: session, data: run.data, tokenizer: run.tokenizer)
    return try loop.record(&trainer, by: recorder, after: run.steps, pool)
  }
}
