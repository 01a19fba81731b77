import Kernels

/// One line of `steps.jsonl`: what a step did, and the fingerprints that prove it.
package struct StepRecord: Codable, Equatable, Sendable {
  package let step: Int
  package let loss: Float
  package let rate: Float
  package let gradientNorm: Float
  /// Of what the step learnt from.
  package let batch: Fingerprint
  /// Of the trainable weights after the step.
  package let weights: Fingerprint
  /// Four hexadecimal digits for each trainable tensor, in order: the end of its fingerprint. The
  /// first that differ tell which tensor differs first.
  package let tensors: String
  /// Mean loss on held-out text after the step, where it was measured.
  package let heldOutLoss: Float?
  /// Of the snapshot file written after the step, where one was.
  package let snapshot: Fingerprint?
  package let seconds: Double

  enum CodingKeys: String, CodingKey {
    case step, loss, rate, batch, weights, tensors, snapshot, seconds
    case gradientNorm = "gradient_norm"
    case heldOutLoss = "held_out_loss"
  }

  /// Whether a replayed step gave the same bits.
  package func proves(_ other: StepRecord) -> Bool {
    step == other.step && loss.bitPattern == other.loss.bitPattern && batch == other.batch
      && weights == other.weights
  }
}
