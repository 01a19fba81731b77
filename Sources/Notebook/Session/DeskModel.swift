import Models
import Tensors
import Text
import Training

/// The model that lies on the desk, where it came from, and what was last done with it.
package struct DeskModel {
  /// The run's name; nil for a model that was never recorded.
  package var run: String?
  package var model: Model
  package var tokenizer: Tokenizer
  /// The last pass through the model: a prediction's, or a training step's.
  package var trace: Trace?
  /// Where training stands, while steps are being made one at a time or replayed.
  package var trainer: Trainer?
  package var data: TrainingData?
  /// The last step, whose result the model is.
  package var step: TracedStep?

  package init(run: String?, model: Model, tokenizer: Tokenizer) {
    self.run = run
    self.model = model
    self.tokenizer = tokenizer
  }

  /// What can be asked about all of it.
  package var inquiry: Inquiry { Inquiry(model: model, pass: trace, step: step) }
}
