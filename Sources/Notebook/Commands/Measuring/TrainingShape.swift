import Kernels
import Models
import Tensors
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
  /// clipping and AdamW, as PyTorch's side does. It may be given what times its parts.
  func makeStep(pool: WorkerPool) -> (Stopwatch?) throws -> Void {
    var (trainer, data) = beginning(steps: 1_000_000)
    return { stopwatch in
      let batch = data.batch(step: trainer.completedSteps + 1, trainer.request)
      _ = try trainer.step(on: batch, stopwatch: stopwatch, pool: pool)
    }
  }

  /// A new model of this shape before a run of so many steps, and what it learns from: tokens that are
  /// made up.
  func beginning(steps: Int) -> (trainer: Trainer, data: TrainingData) {
    let request = TrainingRequest(
      name: "bench", objective: .nextToken, seed: 1, steps: steps, batch: batch, window: context,
      schedule: Schedule(peak: 3e-4, floor: 3e-4, warmup: 0, steps: steps),
      evaluationInterval: steps, configuration: configuration)
    let tokens = (0..<20_000).map { Int32($0 * 7919 % vocabulary) }
    return (
      Trainer(request, model: Model(configuration, from: RandomUse.weights.stream(seed: 1))),
      TrainingData(train: .text(tokens), heldOut: .text([]))
    )
  }
}
