/// States after recent steps, kept in memory so that going back a few steps takes one at most.
struct StepCache {
  /// The most that all states together may take, in bytes; two are always kept.
  let budget: Int
  private var states: [Int: Trainer] = [:]

  init(budget: Int) { self.budget = budget }

  /// How many states like `trainer` fit.
  func capacity(for trainer: Trainer) -> Int {
    max(2, budget / max(1, trainer.stateBytes))
  }

  /// Keeps the state of a trainer, and lets go of those whose steps are farthest from it; of two as
  /// far, of the later one.
  mutating func keep(_ trainer: Trainer) {
    let step = trainer.completedSteps
    states[step] = trainer
    let limit = capacity(for: trainer)
    while states.count > limit,
      let farthest = states.keys.max(by: { (abs($0 - step), $0) < (abs($1 - step), $1) })
    { states[farthest] = nil }
  }

  /// The state after the latest step that is at most `step`; nil if none is kept.
  func latest(atMost step: Int) -> Trainer? {
    states.keys.filter { $0 <= step }.max().flatMap { states[$0] }
  }
}

extension Trainer {
  /// What a copy of this takes once the original has moved on: weights and two moments. A frozen
  /// base is shared.
  var stateBytes: Int { 3 * model.trainable.count * MemoryLayout<Float>.stride }
}
