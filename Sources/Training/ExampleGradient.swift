import Kernels
import Models
import Tensors

extension Trainer {
  /// What one sequence adds to the gradient of the next step: the gradients of all of its sequences,
  /// added, are the step's, since its loss is a mean of theirs. A block laid out as the trainable
  /// parameters.
  package func gradient(ofSequence row: Int, in batch: TrainingBatch, pool: WorkerPool) -> Tensor {
    let shares = MeanLoss.gradient(weights: batch.weights)
    let part = batch.parts(of: 1)[row]
    return model.gradient(
      of: part, shares: Array(shares[part.positions]),
      dropout: dropout(step: completedSteps + 1, firstSequence: row), pool: pool)
  }
}

extension Model {
  /// The gradient of the mean loss over the positions that count, without dropout. A block laid out
  /// as the trainable parameters.
  package func gradient(of batch: TrainingBatch, pool: WorkerPool) -> Tensor {
    gradient(
      of: batch.parts(of: batch.tokens.batch)[0],
      shares: MeanLoss.gradient(weights: batch.weights), dropout: nil, pool: pool)
  }

  fileprivate func gradient(
    of part: TrainingBatch.Part, shares: [Float], dropout: DropoutPlan?, pool: WorkerPool
  ) -> Tensor {
    let gradients = GradientBlock(like: trainable, in: Arena())
    let tape = Tape(pool: pool, isRecording: true, keepsNames: false)
    var transformer = Transformer(self, on: tape, gradients: gradients, dropout: dropout)
    let loss = tape.apply(.tokenLosses(targets: part.targets), transformer.logits(part.tokens))
    tape.backward(from: loss, gradient: Tensor(loss.shape, shares))
    return gradients.finish()
  }
}
