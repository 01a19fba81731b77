import Models
import Training

extension TrainingLoop {
  /// Long enough for some steps of a small model.
  private static let trial = Duration.seconds(1)

  /// What the run that `trainer` begins would take, measured on a few of its steps, which are not
  /// recorded. Throws what the steps throw.
  func plan(_ trainer: inout Trainer, _ memory: MemoryPlan) throws -> TrainingPlanReport {
    let request = trainer.request
    try data.validate(for: request)
    let pool = try session.pool()
    session.console.showProgress("measuring a few steps")
    defer { session.console.showProgress(nil) }
    func step() throws -> StepParts {
      try session.checkInterrupt()
      let batch = data.batch(step: trainer.completedSteps + 1, request)
      return try StepParts(of: { _ = try trainer.step(on: batch, stopwatch: $0, pool: pool) })
    }
    let evaluation = try seconds {
      _ = try trainer.loss(on: data.heldOutBatches(request), pool: pool)
    }
    // The first step of all finds its memory.
    _ = try step()
    let clock = ContinuousClock()
    let start = clock.now
    var steps: [StepParts] = []
    while steps.count < 3 || clock.now - start < Self.trial { steps.append(try step()) }
    steps.sort { $0.seconds.value < $1.seconds.value }
    let typical = steps[steps.count / 2].seconds
    let evaluations = (1...request.steps).count { request.evaluates(after: $0) }
    return TrainingPlanReport(
      parameters: trainer.model.specifications.reduce(0) { $0 + $1.shape.count },
      trained: trainer.model.trainable.count, steps: request.steps, memory: memory,
      available: .bytes(Double(Machine.memory)), sequences: request.batch, window: request.window,
      flopsPerStep: Cost(request.configuration, adapter: request.adapter)
        .trainingFLOPs(batch: request.batch, window: request.window),
      secondsPerStep: typical, quickest: steps[0],
      secondsForRun: .seconds(
        Double(request.steps) * typical.value + Double(evaluations) * evaluation))
  }
}
