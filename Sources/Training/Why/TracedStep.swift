import Kernels
import Models
import Tensors

/// Everything about one training step that can be asked about: its pass, its gradients, and what the
/// optimiser started from and did with them.
package struct TracedStep: Sendable {
  /// Every activation and its gradient.
  package let trace: Trace
  /// Counted from 1.
  package let number: Int
  /// A block laid out as the trainable parameters are.
  package let gradients: Tensor
  /// Of all gradients, before clipping.
  package let gradientNorm: Float
  /// Where the learning rate comes from.
  let schedule: Schedule
  /// The largest norm that the step allowed.
  let clip: Float
  let adam: Optimization.AdamW
  let weightDecay: Float
  /// The trained weights and their moments, before the step and after it.
  let before: (weights: Parameters, optimizer: OptimizerState)
  let after: OptimizerState
}

extension TracedStep {
  /// The model that the step left, as it was before.
  package func modelBefore(_ model: Model) -> Model {
    var model = model
    model.withTrainable { $0 = before.weights }
    return model
  }

  /// A tensor that the step left behind, by the suffix of its name; nil for a parameter that is not
  /// trained.
  package func tensor(_ quantity: StepQuantity, of parameter: String) -> Tensor? {
    let block: Tensor? =
      switch quantity {
      case .gradient: gradients
      case .update: after.update
      case .firstMoment: after.m
      case .secondMoment: after.v
      case .weightBefore: before.weights.block
      case .firstMomentBefore: before.optimizer.m
      case .secondMomentBefore: before.optimizer.v
      }
    return block.flatMap { before.weights.view(parameter, of: $0) }
  }
}

/// What a step knows of a trained parameter besides its value. The raw value is the suffix of the
/// name.
package enum StepQuantity: String, CaseIterable, Sendable {
  case gradient = ".grad"
  case update = ".update"
  case firstMoment = ".adam.m"
  case secondMoment = ".adam.v"
  case weightBefore = ".before"
  case firstMomentBefore = ".adam.m.before"
  case secondMomentBefore = ".adam.v.before"

  /// The quantity and the parameter that a name ending in a suffix stands for.
  package static func split(_ name: String) -> (parameter: String, quantity: StepQuantity)? {
    // The longest suffix counts: `.adam.m.before` also ends in `.before`.
    let quantity = allCases.filter { name.hasSuffix($0.rawValue) }
      .max { $0.rawValue.count < $1.rawValue.count }
    return quantity.map { (String(name.dropLast($0.rawValue.count)), $0) }
  }
}
