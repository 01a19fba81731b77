import ArgumentParser
import Models
import Training

/// How a training run goes; the model's shape and its name are given elsewhere.
package struct TrainingOptions: ParsableArguments {
  @Option(help: "Optimiser steps.")
  var steps: Int?
  @Option(help: "Sequences in a step.")
  var batch: Int?
  @OptionGroup var microBatch: MicroBatchOption
  @Option(help: "The seed of everything random; the session's if not given.")
  var seed: UInt64?
  @Option(name: .customLong("lr"), help: "The highest learning rate.")
  var rate: Float?
  @Option(help: "Steps until the learning rate is at its highest.")
  var warmup: Int?
  @Option(help: "Weight decay of matrices.")
  var decay = Self.standard.decay
  @Option(help: "The largest norm a step's gradient may have.")
  var clip = Self.standard.clip
  @Option(help: "Measure held-out loss every so many steps.")
  var evaluate: Int?
  @Option(help: "Keep a snapshot every so many steps; as many as --disk holds if not given.")
  var snapshot: Int?
  @Option(
    help: "The most that the run may take on the disk; with more, any step is had again sooner.")
  var disk = Self.standard.disk

  package init() {}

  /// Whether something was asked that a recorded run has its own of.
  var decidesMoreThanSteps: Bool {
    let standard = TrainingOptions.standard
    return batch != nil || seed != nil || rate != nil || warmup != nil || evaluate != nil
      || snapshot != nil || disk != standard.disk || decay != standard.decay
      || clip != standard.clip
  }
  private static let standard = (
    decay: Float(0.1), clip: Float(1), disk: ByteCount(bytes: 256_000_000)
  )

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
      snapshotInterval: snapshot, configuration: configuration,
      adapter: adapter, base: base)
    request.weightDecay = decay
    request.clip = clip
    request.snapshotBudget = disk.bytes
    try request.validate()
    return request
  }
}
