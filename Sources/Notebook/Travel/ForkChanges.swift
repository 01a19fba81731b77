import ArgumentParser
import Foundation
import Text
import Training

/// What a fork does in another way than the run that it leaves.
struct ForkChanges: ParsableArguments {
  @Option(name: .customLong("lr"), help: "The highest learning rate.")
  var rate: Float?
  @Option(help: "Sequences in a step.")
  var batch: Int?
  @OptionGroup var microBatch: MicroBatchOption
  @Option(help: "The seed of batches and dropout.")
  var seed: UInt64?
  @Option(help: "Share of elements that dropout sets to zero.")
  var dropout: Float?
  @Option(help: "The last step, counted on from the run that is left.")
  var steps: Int?
  @Option(
    help: "Other text to learn from, named as for `collect`, or conversations (JSONL).",
    completion: .file())
  var data: String?
  @Option(help: "What is learnt: nextToken, or answers in the conversations of --data.")
  var objective: TrainingRequest.Objective?
  @Option(
    help: ArgumentHelp(
      "A weight to set by hand first, as in \"embed.weight[3, 5] = 0\".", valueName: "weight"))
  var set: [String] = []

  /// The request of a run that goes on after `step` of another one. Throws `TrainingError` or `NotYet`
  /// if it cannot be run.
  func request(_ name: String, after step: Int, of run: RecordedRun, _ origin: Origin) throws
    -> TrainingRequest
  {
    var request = run.request
    request.name = name
    request.origin = origin
    if request.adapter == nil { request.base = run.folder.name }
    let last = steps ?? max(run.lastStep, run.request.position(of: run.request.steps))
    guard last > step else {
      if let steps { throw NotYet("--steps \(steps) is not behind step \(step)") }
      throw NotYet(
        "run '\(run.folder.name)' ends with step \(last), so nothing is left after step \(step);"
          + " --steps \(step + 100), say, goes on, or leave it earlier with --at")
    }
    request.steps = last - step
    if let rate {
      let schedule = request.schedule
      request.schedule = Schedule(
        peak: rate, floor: rate / 10, warmup: schedule.warmup, steps: schedule.steps)
    }
    request.batch = batch ?? request.batch
    request.seed = seed ?? request.seed
    request.configuration.dropout = dropout ?? request.configuration.dropout
    request.objective = objective ?? request.objective
    guard request.objective == run.request.objective || data != nil else {
      throw NotYet("--objective \(request.objective.rawValue) needs other --data to learn from")
    }
    try request.validate()
    return request
  }

  /// What the fork learns from.
  func trainingData(_ request: TrainingRequest, of run: RecordedRun, in session: Session) throws
    -> TrainingData
  {
    guard let data else { return run.data }
    guard request.objective == .answers else {
      return try session.trainingData(
        try session.trainingDocuments(at: data).sides, run.tokenizer)
    }
    let part = try TrainingData.Part.conversations(
      at: session.home.location(of: data), run.tokenizer)
    return TrainingData(train: part, heldOut: part)
  }
}

extension TrainingRequest.Objective: ExpressibleByArgument {}
