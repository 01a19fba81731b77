import Kernels
import Models
import Tensors

extension Model {
  /// One forward pass over sequences with everything named, to be looked at. No weight changes.
  /// Throws `InferenceError` if the tokens do not fit the model.
  /// - Parameter visit: called with each activation as it is made; what it returns takes its place,
  ///   and everything behind follows from that
  package func trace(
    _ batch: TokenBatch, pool: WorkerPool, visit: ((String, Tensor) -> Tensor?)? = nil
  ) throws -> Trace {
    guard batch.time <= configuration.context else {
      throw InferenceError(
        "\(batch.time) tokens do not fit the context of \(configuration.context): shorten the text")
    }
    guard batch.ids.allSatisfy({ $0 >= 0 && Int($0) < configuration.vocabulary }) else {
      throw InferenceError(
        "a token is outside the model's vocabulary of \(configuration.vocabulary)")
    }
    let tape = Tape(pool: pool, isRecording: false, keepsNames: true, visit: visit)
    var transformer = Transformer(self, on: tape)
    let logits = transformer.logits(batch)
    tape.name("probs", tape.apply(.softmax, logits))
    return Trace(batch: batch, tape: tape)
  }
}
