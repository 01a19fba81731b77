import Foundation
import Kernels
import Models
import Tensors

/// The trainable weights and the optimiser's moments after a step, as a safetensors file with one
/// tensor for each name.
enum Snapshot {
  static func encode(_ trainer: Trainer) throws -> Data {
    var writer = SafetensorsWriter()
    let parameters = trainer.model.trainable
    let blocks = [
      ("", parameters.block), (".adam.m", trainer.optimizer.m), (".adam.v", trainer.optimizer.v),
    ]
    for (suffix, block) in blocks {
      for name in parameters.names {
        if let tensor = parameters.view(name, of: block) { writer.add(name + suffix, tensor) }
      }
    }
    return try writer.encoded()
  }

  /// Puts a snapshot's weights and moments into a trainer. Throws `FileError`.
  static func load(
    _ file: SafetensorsFile, step: Int, into model: Model, _ request: TrainingRequest
  ) throws -> Trainer {
    var model = model
    var optimizer = OptimizerState(count: model.trainable.count)
    let parameters = model.trainable
    let weights = try block(file, "", like: parameters)
    optimizer.m = try block(file, ".adam.m", like: parameters)
    optimizer.v = try block(file, ".adam.v", like: parameters)
    model.withTrainable { $0.block = weights }
    return Trainer(request, model: model, optimizer: optimizer, completedSteps: step)
  }

  /// One tensor of the file for each parameter, side by side.
  static func block(
    _ file: SafetensorsFile, _ suffix: String, like parameters: Parameters
  ) throws -> Tensor {
    var result = Parameters(parameters.specifications)
    for specification in parameters.specifications {
      result.set(
        specification.name,
        to: try file.tensor(specification.name + suffix, shape: specification.shape))
    }
    return result.block
  }
}
