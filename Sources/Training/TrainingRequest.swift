import Models

/// Everything that was asked of a training run. Together with the data and the tokenizer it decides
/// every bit of the result.
package struct TrainingRequest: Codable, Equatable, Sendable {
  package enum Objective: String, Codable, Sendable {
    /// Predict the next token of running text.
    case nextToken
    /// Predict the next token of the answers in conversations.
    case answers
  }

  package var name: String
  package var objective: Objective
  package var seed: UInt64
  package var steps: Int
  /// Sequences in a step.
  package var batch: Int
  /// Tokens of each sequence, at most the model's context.
  package var window: Int
  package var schedule: Schedule
  package var beta1: Float = 0.9
  package var beta2: Float = 0.95
  package var epsilon: Float = 1e-8
  package var weightDecay: Float = 0.1
  /// The largest norm a step's gradient may have.
  package var clip: Float = 1
  /// Held-out loss is measured after the first step, every so many steps, and after the last.
  package var evaluationInterval: Int
  /// Weights and moments are kept every so many steps, and after the last; nil means as densely as
  /// `snapshotBudget` allows and time suggests.
  package var snapshotInterval: Int?
  /// What a run may take on the disk, in bytes, if no interval was asked for.
  package var snapshotBudget = 256_000_000
  package var configuration: Configuration
  /// Trains this beside a frozen base, if there is one.
  package var adapter: Adapter.Plan?
  /// The run that the starting weights come from, if there is one.
  package var base: String?
  /// The run that this one goes on from, and after which step, if it was forked.
  package var origin: Origin?

  package init(
    name: String, objective: Objective, seed: UInt64, steps: Int, batch: Int, window: Int,
    schedule: Schedule, evaluationInterval: Int, snapshotInterval: Int? = nil,
    configuration: Configuration, adapter: Adapter.Plan? = nil, base: String? = nil
  ) {
    self.name = name
    self.objective = objective
    self.seed = seed
    self.steps = steps
    self.batch = batch
    self.window = window
    self.schedule = schedule
    self.evaluationInterval = evaluationInterval
    self.snapshotInterval = snapshotInterval
    self.configuration = configuration
    self.adapter = adapter
    self.base = base
  }

  /// The parameters that training changes: an adapter's, or all.
  var trained: [ParameterSpecification] {
    adapter.map { Adapter.specifications($0, for: configuration) } ?? configuration.parameters
  }

  /// Whether held-out loss is measured after a step.
  package func evaluates(after step: Int) -> Bool {
    step == 1 || step == steps || step % evaluationInterval == 0
  }

  /// Throws `TrainingError` or `ConfigurationError`, with a remedy, if this cannot be run.
  package func validate() throws {
    try configuration.validate()
    try adapter?.validate(for: configuration)
    for (value, what) in [
      (steps, "steps"), (batch, "batch"), (window, "context"),
      (evaluationInterval, "evaluation interval"), (snapshotInterval ?? 1, "snapshot interval"),
      (snapshotBudget, "the room for snapshots"),
    ] where value < 1 {
      throw TrainingError("\(what) is \(value); it must be at least 1")
    }
    guard (0...10_000_000).contains(origin?.step ?? 0) else {
      throw TrainingError("a run cannot go on from step \(origin?.step ?? 0)")
    }
    guard batch <= 4096, steps <= 10_000_000 else {
      throw TrainingError("a batch of \(batch) for \(steps) steps is beyond this program")
    }
    guard window <= configuration.context else {
      throw TrainingError(
        "sequences of \(window) tokens do not fit the model's context of \(configuration.context)")
    }
    guard schedule.peak > 0, schedule.peak.isFinite, schedule.floor >= 0 else {
      throw TrainingError("the learning rate is \(schedule.peak); it must be above 0")
    }
    guard schedule.warmup >= 0, clip > 0, weightDecay >= 0 else {
      throw TrainingError("warm-up and decay cannot be negative, and clipping must be above 0")
    }
    guard Self.isName(name) else {
      throw TrainingError(
        "'\(name)' cannot name a run; use letters, digits, '-', '_' and '.', not starting with '.'")
    }
  }

  /// Whether a text can name a run's folder on every system.
  package static func isName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 100 && name.first != "." && name.first != "-"
      && name.unicodeScalars.allSatisfy {
        ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
          || $0 == "-" || $0 == "_" || $0 == "."
      }
  }
}

/// Training that cannot begin or go on: what was wrong, and what to do.
package struct TrainingError: Error, CustomStringConvertible {
  package let description: String
  /// The pass that went beyond what a float holds, if that is what was wrong.
  package let lostPass: LostPass?

  package init(_ description: String, lostPass: LostPass? = nil) {
    (self.description, self.lostPass) = (description, lostPass)
  }
}

/// The pass whose loss, or whose gradient, is not finite.
package struct LostPass: Sendable {
  /// Every activation; a step's gradients too, if its loss is finite.
  package let trace: Trace
  /// The first number that is not finite, as in `logits[0, 3, 17]`; nil if only their sum is.
  package let place: String?
}
