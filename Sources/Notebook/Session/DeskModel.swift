import Models
import Tensors
import Text
import Training

/// The model that lies on the desk, where it came from, and what was last done with it.
package struct DeskModel {
  /// The run's name; nil for a model that was never recorded.
  package let run: String?
  /// The run whose weights training began with, if any.
  package let base: String?
  /// The run that this one went on from, if it was forked.
  package let origin: Origin?
  /// The seed that the starting weights, or those of the adapter, were drawn by.
  package let seed: UInt64
  /// How many steps of its run the model had made when it came to the desk, and how many since.
  package let trainedSteps: Int
  package var stepsMade = 0
  package var model: Model
  package var tokenizer: Tokenizer
  /// The pass of the prompt that was read since the last step, or of a step that could not be made.
  package var prompted: Trace?
  /// Where training stands, while steps are being made one at a time or replayed.
  package var trainer: Trainer?
  package var data: TrainingData?
  /// The last step, whose result the model is.
  package var step: TracedStep?
  /// Where in its run the model stands, while that is travelled.
  package var travel: Travel?

  /// A new, untrained model.
  package init(_ model: Model, seed: UInt64, tokenizer: Tokenizer) {
    run = nil
    base = nil
    origin = nil
    trainedSteps = 0
    self.seed = seed
    self.model = model
    self.tokenizer = tokenizer
  }

  /// The model of a recorded run, as far as a trainer brought it.
  package init(_ trainer: Trainer, tokenizer: Tokenizer) {
    run = trainer.request.name
    base = trainer.request.base
    origin = trainer.request.origin
    seed = trainer.request.seed
    trainedSteps = trainer.completedSteps
    model = trainer.model
    self.tokenizer = tokenizer
  }

  /// The last pass through the model: a prompt's, or a training step's.
  package var trace: Trace? { prompted ?? step?.trace }

  /// The model that made the last pass: a step's pass is made before the weights change.
  package var passModel: Model {
    guard prompted == nil, let step else { return model }
    return step.modelBefore(model)
  }

  /// What can be asked about all of it.
  package var inquiry: Inquiry { Inquiry(model: model, pass: trace, step: step) }
}
