import Kernels

/// How the learning rate moves: up in a line over `warmup` steps, then down half a cosine to
/// `floor` at the last step (Loshchilov and Hutter 2017).
package struct Schedule: Codable, Equatable, Sendable {
  package let peak: Float
  package let floor: Float
  package let warmup: Int
  package let steps: Int

  package init(peak: Float, floor: Float, warmup: Int, steps: Int) {
    self.peak = peak
    self.floor = floor
    self.warmup = warmup
    self.steps = steps
  }

  /// The rate of a step, counted from 1.
  package func rate(step: Int) -> Float {
    if step <= warmup { return peak * Float(step) / Float(warmup) }
    guard step < steps else { return floor }
    return floor + (peak - floor) * 0.5 * (1 + cosine(step: step))
  }

  /// The cosine of how far a step after the warmup has come along half a turn.
  func cosine(step: Int) -> Float {
    let progress = Double(step - warmup) / Double(max(steps - warmup, 1))
    return Trigonometry.sineAndCosine(progress * 0x1.921fb54442d18p1).cosine
  }
}
