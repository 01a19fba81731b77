import Models
import Training

/// A recorded run as a place to walk in: the state after any of its steps, computed again from the
/// nearest known one and proven on the way.
struct RunPath {
  let run: RecordedRun
  private let walk: RunWalk

  init(_ run: RecordedRun, in session: Session) throws {
    self.run = run
    walk = RunWalk(run, pool: try session.pool())
  }

  /// The trainer as it was after `step`, one that the run has.
  ///
  /// - Throws: `CheckFailed` if a step on the way does not give the recorded bits, `FileError`,
  ///   `Interrupted`
  func trainer(after step: Int, in session: Session) throws -> Trainer {
    try proven(step, in: session) { try walk.trainer(after: step - run.start, onProgress: $0) }
  }

  /// The trainer as it was after the last recorded step, which a run that was cut off has behind its
  /// last snapshot. Throws as `trainer(after:in:)` does.
  func lastTrainer(in session: Session) throws -> Trainer {
    try trainer(after: run.lastStep, in: session)
  }

  /// The step itself, with every activation, gradient, update and moment. Throws as
  /// `trainer(after:in:)` does.
  func played(_ step: Int, in session: Session) throws -> (
    trainer: Trainer, outcome: Trainer.Outcome, batch: TrainingBatch
  ) {
    try proven(step, in: session) { try walk.tracedStep(step - run.start, onProgress: $0) }
  }

  /// Does something where as much of a step as is needed lies on the desk, which is as it was
  /// afterwards. Throws as `trainer(after:in:)` does.
  func stand<Result>(
    at step: Int, _ need: StepNeed, in session: Session, _ body: () throws -> Result
  ) throws -> Result {
    let desk = session.desk
    defer { session.desk = desk }
    switch need {
    case .record: break
    case .weights:
      let trainer = try trainer(after: step, in: session)
      session.put(DeskModel(trainer, tokenizer: run.tokenizer))
    case .step:
      let played = try played(step, in: session)
      session.put(
        DeskModel(Travel(path: self, step: step), played.trainer, played.outcome.traced))
    }
    return try body()
  }

  private func proven<Result>(
    _ step: Int, in session: Session, _ body: (RunWalk.OnProgress) throws -> Result
  ) throws -> Result {
    defer { session.console.showProgress(nil) }
    do {
      return try body { done, total in
        try session.checkInterrupt()
        session.console.showProgress(
          ProgressLine.text(
            done: done, of: total, facts: "going to step \(step)", width: session.page.width))
      }
    } catch let mismatch as Replay.Mismatch {
      throw CheckFailed("run '\(run.folder.name)' does not replay: \(mismatch)")
    }
  }
}
