/// States after recent steps, kept in memory so that going back a few steps takes few.
struct StepCache {
  /// The most that all states together may take, in bytes; two are always kept.
  let budget: Int
  /// Of a small model no more are kept: a copy costs little, memory touched for the first time much.
  private static let mostStates = 16
  private var states: [Int: Trainer] = [:]

  init(budget: Int) { self.budget = budget }

  /// How many states like `trainer` are kept.
  func capacity(for trainer: Trainer) -> Int {
    min(Self.mostStates, max(2, budget / max(1, trainer.stateBytes)))
  }

  /// Keeps the state of a trainer, and lets go of those that are of least use for going back from it:
  /// of later steps, the last first, then the earliest.
  mutating func keep(_ trainer: Trainer) {
    let step = trainer.completedSteps
    states[step] = trainer
    let limit = capacity(for: trainer)
    while states.count > limit, let first = states.keys.min(), let last = states.keys.max() {
      states[last > step ? last : first] = nil
    }
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
