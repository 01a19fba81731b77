import Kernels
import Models
import Tensors

/// A model on its way: its weights, the optimiser's memory, and how many steps were made. A value:
/// a copy is a place to come back to.
package struct Trainer: Sendable {
  package let request: TrainingRequest
  package private(set) var model: Model
  package private(set) var optimizer: OptimizerState
  package private(set) var completedSteps: Int
  /// Sequences that go through the model at a time; nil means about `tokensAtOnce` tokens. Fewer
  /// need less memory; they never change a bit.
  package var microBatch: Int?
  /// So many positions' activations stay in the caches, and fill the machine.
  private static let tokensAtOnce = 2048
  /// How many sequences of `time` tokens go through the model at a time, if nothing else was asked.
  package static func sequencesAtOnce(time: Int) -> Int { max(1, tokensAtOnce / max(time, 1)) }
  /// What a step computes with lies where the last one's did.
  private let arena: Arena

  package init(_ request: TrainingRequest, model: Model) {
    self.init(
      request, model: model, optimizer: OptimizerState(count: model.trainable.count),
      completedSteps: 0)
  }

  package init(
    _ request: TrainingRequest, model: Model, optimizer: OptimizerState, completedSteps: Int,
    arena: Arena = Arena()
  ) {
    self.request = request
    self.arena = arena
    self.model = model
    self.optimizer = optimizer
    self.completedSteps = completedSteps
  }

  /// What a step did.
  package struct Outcome: Sendable {
    package let step: Int
    package let loss: Float
    package let rate: Float
    /// Of the gradient before clipping.
    package let gradientNorm: Float
    /// Everything in it, if it was asked for.
    package let traced: TracedStep?
    /// A block laid out as the trainable parameters, if it was asked for.
    package var gradients: Tensor? { traced?.gradients }
  }

  /// Forward, backward, clip, AdamW.
  /// - Parameters:
  ///   - isTraced: whether to keep every activation and gradient to be looked at
  ///   - stopwatch: what times the parts of a step that is not traced, if anything does
  /// - Throws: `TrainingError` naming the first tensor that is not finite, if the loss or the
  ///   gradient is not; the weights are then untouched.
  package mutating func step(
    on batch: TrainingBatch, isTraced: Bool = false, stopwatch: Stopwatch? = nil, pool: WorkerPool
  ) throws -> Outcome {
    precondition(stopwatch == nil || !isTraced, "a traced step is not timed")
    let step = completedSteps + 1
    let number = request.position(of: step)
    let (loss, gradients, trace) =
      isTraced
      ? tracedGradient(of: batch, step: step, pool)
      : gradient(of: batch, step: step, stopwatch, pool)
    guard loss.isFinite else { throw nonFiniteLoss(loss, on: batch, pool: pool) }
    let norm = stopwatch.time("gradient norm") {
      Float(Optimization.squaredNorm(gradients.count, gradients.pointer, pool: pool).squareRoot())
    }
    guard norm.isFinite else { throw nonFiniteGradient(norm: norm, on: batch, pool: pool) }
    let rate = request.schedule.rate(step: number)
    let adam = Optimization.AdamW(
      rate: rate, beta1: request.beta1, beta2: request.beta2, epsilon: request.epsilon,
      clip: min(1, request.clip / (norm + 1e-6)), step: number)
    let before = isTraced ? (weights: model.trainable, optimizer: optimizer) : nil
    stopwatch.time("AdamW") {
      model.withTrainable {
        optimizer.apply(
          adam, decay: request.weightDecay, gradients: gradients, to: &$0, keepsUpdate: isTraced,
          pool: pool)
      }
    }
    completedSteps = step
    return Outcome(
      step: step, loss: loss, rate: rate, gradientNorm: norm,
      traced: trace.flatMap { trace in
        before.map {
          TracedStep(
            trace: trace, number: number, gradients: gradients, gradientNorm: norm,
            schedule: request.schedule,
            clip: request.clip, adam: adam, weightDecay: request.weightDecay, before: $0,
            after: optimizer)
        }
      })
  }

  /// The mean loss and its gradient, a few sequences at a time.
  private func gradient(
    of batch: TrainingBatch, step: Int, _ stopwatch: Stopwatch?, _ pool: WorkerPool
  ) -> (loss: Float, gradients: Tensor, trace: Trace?) {
    let gradients = GradientBlock(like: model.trainable, in: arena)
    let shares = MeanLoss.gradient(weights: batch.weights)
    var losses: [Tensor] = []
    for part in batch.parts(of: sequencesAtOnce(in: batch)) {
      let tape = Tape(
        pool: pool, arena: arena, isRecording: true, keepsNames: false, stopwatch: stopwatch)
      var transformer = Transformer(
        model, on: tape, gradients: gradients,
        dropout: dropout(step: step, firstSequence: part.firstSequence))
      let loss = tape.apply(
        .tokenLosses(targets: part.targets), transformer.logits(part.tokens))
      tape.backward(from: loss, gradient: Tensor(loss.shape, Array(shares[part.positions])))
      losses.append(loss.tensor)
    }
    let loss = MeanLoss.value(of: losses, weights: batch.weights)
    return (loss, gradients.finish(), nil)
  }

  /// The same bits with every activation and gradient named, all sequences at once.
  private func tracedGradient(
    of batch: TrainingBatch, step: Int, _ pool: WorkerPool
  ) -> (loss: Float, gradients: Tensor, trace: Trace?) {
    let gradients = GradientBlock(like: model.trainable, in: arena)
    let tape = Tape(pool: pool, arena: arena, isRecording: true, keepsNames: true)
    var transformer = Transformer(
      model, on: tape, gradients: gradients, dropout: dropout(step: step, firstSequence: 0))
    let logits = transformer.logits(batch.tokens)
    tape.name("probs", tape.apply(.softmax, logits))
    let loss = tape.name(
      "loss", tape.apply(.crossEntropy(targets: batch.targets, weights: batch.weights), logits))
    tape.backward(from: loss)
    let block = gradients.finish()
    return (loss.tensor.scalar, block, Trace(batch: batch.tokens, tape: tape))
  }

  private func sequencesAtOnce(in batch: TrainingBatch) -> Int {
    microBatch ?? Self.sequencesAtOnce(time: batch.tokens.time)
  }

  func dropout(step: Int, firstSequence: Int) -> DropoutPlan {
    DropoutPlan(
      stream: RandomUse.dropout.stream(seed: request.seed), step: request.position(of: step),
      firstSequence: firstSequence)
  }

  /// Mean loss over batches, weighted by the positions that count; nil for none. Throws
  /// `TrainingError` naming the first tensor that is not finite, if the loss is not.
  package func loss(on batches: [TrainingBatch], pool: WorkerPool) throws -> Float? {
    let loss = model.loss(on: batches, microBatch: microBatch, arena: arena, pool: pool)
    if let loss, !loss.isFinite { throw nonFiniteHeldOutLoss(loss, on: batches, pool: pool) }
    return loss
  }
}

extension Model {
  /// Mean loss over batches, weighted by the positions that count; nil for none. No weight changes.
  /// - Parameters:
  ///   - microBatch: sequences that go through the model at a time, as in `Trainer`
  ///   - arena: where what is computed lies
  package func loss(
    on batches: [TrainingBatch], microBatch: Int? = nil, arena: Arena = Arena(), pool: WorkerPool
  ) -> Float? {
    var sum = 0.0
    var count = 0.0
    for batch in batches {
      let size = microBatch ?? Trainer.sequencesAtOnce(time: batch.tokens.time)
      let losses = batch.parts(of: size).map { part in
        let tape = Tape(pool: pool, arena: arena, isRecording: false, keepsNames: false)
        var transformer = Transformer(self, on: tape)
        return tape.apply(
          .tokenLosses(targets: part.targets), transformer.logits(part.tokens)
        ).tensor
      }
      let positions = Double(batch.weights.reduce(0, +))
      sum += Double(MeanLoss.value(of: losses, weights: batch.weights)) * positions
      count += positions
    }
    return count > 0 ? Float(sum / count) : nil
  }
}
