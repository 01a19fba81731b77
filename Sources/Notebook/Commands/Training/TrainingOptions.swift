import ArgumentParser
import Models
import Training

/// How a training run goes; the model's shape and its name are given elsewhere.
package struct TrainingOptions: ParsableArguments {
  @Option(help: "Optimiser steps.")
  var steps: Int?
  @Option(help: "Sequences in a step.")
  var batch: Int?
  @Option(help: "Sequences that go through the model at a time: a question of memory, not of bits.")
  var microBatch: Int?
  @Option(help: "The seed of everything random; the session's if not given.")
  var seed: UInt64?
  @Option(name: .customLong("lr"), help: "The highest learning rate.")
  var rate: Float?
  @Option(help: "Steps until the learning rate is at its highest.")
  var warmup: Int?
  @Option(help: "Weight decay of matrices.")
  var decay: Float = 0.1
  @Option(help: "The largest norm a step's gradient may have.")
  var clip: Float = 1
  @Option(help: "Measure held-out loss every so many steps.")
  var evaluate: Int?
  @Option(help: "Keep a snapshot every so many steps.")
  var snapshot: Int?

  package init() {}

  package func validate() throws {
    guard microBatch ?? 1 >= 1 else {
      throw ValidationError("--micro-batch \(microBatch ?? 0): give at least 1 sequence")
    }
  }

  /// What is used where nothing was asked.
  struct Defaults {
    let steps: Int
    let batch: Int
    let rate: Float
  }

  /// The request for a run. Throws `TrainingError` if it cannot be run.
  func request(
    name: String, objective: TrainingRequest.Objective, window: Int,
    configuration: Configuration, adapter: Adapter.Plan? = nil, base: String? = nil,
    defaults: Defaults, seed sessionSeed: UInt64
  ) throws -> TrainingRequest {
    let steps = steps ?? defaults.steps
    let rate = rate ?? defaults.rate
    var request = TrainingRequest(
      name: name, objective: objective, seed: seed ?? sessionSeed, steps: steps,
      batch: batch ?? defaults.batch, window: window,
      schedule: Schedule(
        peak: rate, floor: rate / 10, warmup: warmup ?? min(100, max(1, steps / 10)), steps: steps),
      evaluationInterval: evaluate ?? max(1, steps / 10),
      snapshotInterval: snapshot ?? max(10, steps / 16), configuration: configuration,
      adapter: adapter, base: base)
    request.weightDecay = decay
    request.clip = clip
    try request.validate()
    return request
  }
}
