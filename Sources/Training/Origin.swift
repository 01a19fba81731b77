import Kernels

/// Where a forked run left the run that it goes on from. Its own steps are counted from 1 in its
/// record; what a step reads, how high its rate is and what its dropout drops go by its number in both
/// runs together, so that a fork in which nothing was changed repeats the run it left, bit for bit.
package struct Origin: Codable, Equatable, Sendable {
  /// The name of the run that was left.
  package let run: String
  /// The step after which it was left, counted as everywhere else in both runs together.
  package let step: Int
  /// Of the trained weights there, before anything was set by hand.
  package let weights: Fingerprint
  /// What was set by hand, as `NAME[i, j] = value`.
  package let edits: [String]

  /// What a fork's record says of where it began.
  package init(run: String, step: Int, weights: Fingerprint, edits: [String]) {
    self.run = run
    self.step = step
    self.weights = weights
    self.edits = edits
  }
}

extension TrainingRequest {
  /// The number of one of the run's steps in all that led there; its own unless it was forked.
  package func position(of step: Int) -> Int { (origin?.step ?? 0) + step }
}

extension RecordedRun {
  /// The step after which the run begins: 0 unless it was forked.
  package var start: Int { request.origin?.step ?? 0 }
  /// The number of its last step.
  package var lastStep: Int { request.position(of: steps.count) }

  /// The record of a step by its number; nil if the run has none.
  package func record(of step: Int) -> StepRecord? {
    steps.indices.contains(step - start - 1) ? steps[step - start - 1].renumbered(step) : nil
  }

  /// All records, numbered on from where the run was forked.
  package var numberedSteps: [StepRecord] {
    steps.map { $0.renumbered(request.position(of: $0.step)) }
  }
}

extension StepRecord {
  /// The same under another number.
  package func renumbered(_ step: Int) -> StepRecord {
    StepRecord(
      step: step, loss: loss, rate: rate, gradientNorm: gradientNorm, batch: batch,
      weights: weights, tensors: tensors, heldOutLoss: heldOutLoss, snapshot: snapshot,
      seconds: seconds)
  }
}
