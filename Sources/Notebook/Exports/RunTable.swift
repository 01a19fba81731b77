import Foundation
import Training

/// The steps of a recorded run as comma-separated values.
enum RunTable {
  /// A line of titles, then one for each step. What was not measured is empty; a number has the shortest
  /// digits that stand for it.
  static func csv(of steps: [StepRecord]) -> String {
    let titles = "step,loss,held_out_loss,rate,gradient_norm,batch,weights,seconds"
    let lines = steps.map { step in
      [
        "\(step.step)", "\(step.loss)", step.heldOutLoss.map { "\($0)" } ?? "", "\(step.rate)",
        "\(step.gradientNorm)", "\(step.batch)", "\(step.weights)", "\(step.seconds)",
      ].joined(separator: ",")
    }
    return ([titles] + lines).joined(separator: "\n") + "\n"
  }
}
