import Kernels
import Models
import Tensors

/// Why training cannot go on: the computation is played once more with every tensor named, and the
/// first that is not finite is told, with what made it.
extension Trainer {
  /// The next step's loss is not finite.
  func nonFiniteLoss(_ loss: Float, on batch: TrainingBatch, pool: WorkerPool) -> TrainingError {
    let trace = play(batch, dropout: nextDropout, goesBack: false, pool)
    return error(
      at: completedSteps + 1, "the loss is \(NonFinite.word(for: loss))",
      trace.graph.firstNonFinite(), in: trace)
  }

  /// The next step's loss is finite, but the norm of its gradient is not.
  func nonFiniteGradient(
    norm: Float, on batch: TrainingBatch, pool: WorkerPool
  ) -> TrainingError {
    let trace = play(batch, dropout: nextDropout, goesBack: true, pool)
    return error(
      at: completedSteps + 1, "the gradient norm is \(NonFinite.word(for: norm))",
      trace.graph.firstNonFiniteGradient(), in: trace,
      otherwise: "Each gradient is finite, but the sum of their squares is not.")
  }

  /// After the last step the loss on held-out text is not finite.
  func nonFiniteHeldOutLoss(
    _ loss: Float, on batches: [TrainingBatch], pool: WorkerPool
  ) -> TrainingError {
    let what = "the held-out loss is \(NonFinite.word(for: loss))"
    for batch in batches {
      let trace = play(batch, dropout: nil, goesBack: false, pool)
      guard let found = trace.graph.firstNonFinite() else { continue }
      return error(at: completedSteps, what, found, in: trace)
    }
    return error(at: completedSteps, what, nil)
  }

  /// Throws `TrainingError` if the last step left a weight that is not finite.
  func requireFiniteWeights() throws {
    let weights = model.trainable
    for name in weights.names {
      if let found = weights[name].flatMap({ NonFinite(name, $0) }) {
        throw error(at: completedSteps, "its update went beyond what a float holds", found)
      }
    }
  }

  private var nextDropout: DropoutPlan {
    dropout(step: completedSteps + 1, firstSequence: 0)
  }

  private func play(
    _ batch: TrainingBatch, dropout: DropoutPlan?, goesBack: Bool, _ pool: WorkerPool
  ) -> Trace {
    let tape = Tape(pool: pool, isRecording: goesBack, keepsNames: true)
    let gradients = goesBack ? GradientBlock(like: model.trainable, in: Arena()) : nil
    var transformer = Transformer(model, on: tape, gradients: gradients, dropout: dropout)
    let logits = transformer.logits(batch.tokens)
    tape.name("probs", tape.apply(.softmax, logits))
    let loss = tape.name(
      "loss", tape.apply(.crossEntropy(targets: batch.targets, weights: batch.weights), logits))
    if let gradients {
      tape.backward(from: loss)
      _ = gradients.finish()
    }
    return Trace(batch: batch.tokens, tape: tape)
  }

  private func error(
    at step: Int, _ what: String, _ found: NonFinite?, in trace: Trace? = nil,
    otherwise: String? = nil
  ) -> TrainingError {
    let first = found.map { "First not finite: \($0)." } ?? otherwise
    let remedy =
      completedSteps == 0
      ? "No step was made yet, so the fault is in the weights that training began with"
      : "A smaller --lr than \(request.schedule.peak), a longer --warmup or a smaller --clip may"
        + " help"
    let sentences = ["step \(request.position(of: step)): \(what).", first, remedy]
    return TrainingError(
      sentences.compactMap(\.self).joined(separator: " "),
      lostPass: trace.map { LostPass(trace: $0, place: found?.place) })
  }
}
