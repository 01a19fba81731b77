import Models
import Training

extension TrainingLoop {
  /// The finished run of the workspace that training from here would make again, bit for bit; nil if
  /// there is none.
  func recorded(as trainer: Trainer) -> RecordedRun? {
    let request = trainer.request
    guard let run = try? session.recordedRun(request.name), run.request == request,
      run.steps.count == request.steps, run.snapshotStep(atMost: request.steps) == request.steps,
      run.manifest.data == data.fingerprint, run.manifest.tokenizer == tokenizer.fingerprint,
      run.manifest.base == trainer.model.parameters.fingerprint
    else { return nil }
    return run
  }

  /// Lays a finished run on the desk, as training it would have. Throws what reading it throws.
  func recall(_ run: RecordedRun) throws -> TrainingSummary {
    finish(
      try run.trainer(atSnapshot: run.snapshotStep(atMost: run.steps.count)), records: run.steps,
      seconds: run.steps.reduce(0) { $0 + $1.seconds }, made: run.steps.count)
  }
}
