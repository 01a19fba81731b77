import Kernels
import Models
import Training

/// A GPT-2-like shape and the batch that it is trained on.
struct TrainingShape: Encodable, Sendable {
  var layers: Int
  var heads: Int
  var width: Int
  /// Tokens of each sequence.
  var context: Int
  /// Sequences in a step.
  var batch: Int
  var vocabulary: Int

  var configuration: Configuration {
    .gpt2(vocabulary: vocabulary, context: context, layers: layers, heads: heads, width: width)
  }

  /// Floating-point operations of a step's products, forward and backward.
  var flops: Int { Cost(configuration).trainingFLOPs(batch: batch, window: context) }

  /// A new model of this shape and a function that trains it by one step: forward, backward,
  /// clipping and AdamW, as PyTorch's side does. The tokens are made up.
  func makeStep(pool: WorkerPool) -> () throws -> Void {
    let steps = 1_000_000
    let request = TrainingRequest(
      name: "bench", objective: .nextToken, seed: 1, steps: steps, batch: batch, window: context,
      schedule: Schedule(peak: 3e-4, floor: 3e-4, warmup: 0, steps: steps),
      evaluationInterval: steps, snapshotInterval: steps, configuration: configuration)
    let data = TrainingData(
      train: .text((0..<20_000).map { Int32($0 * 7919 % vocabulary) }), heldOut: .text([]))
    var trainer = Trainer(
      request, model: Model(configuration, from: RandomUse.weights.stream(seed: 1)))
    return {
      _ = try trainer.step(on: data.batch(step: trainer.completedSteps + 1, request), pool: pool)
    }
  }
}
