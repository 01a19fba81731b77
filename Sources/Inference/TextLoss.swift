import Kernels
import Models
import Tensors

/// How surprised a model was by the texts it read.
package enum TextLoss {
  /// The mean of −log p(next token) over all positions that have a next token, from logits
  /// [B, T, V]; nil if every text has one token only.
  package static func mean(_ logits: Tensor, of batch: TokenBatch, pool: WorkerPool) -> Float? {
    guard batch.time > 1 else { return nil }
    let last = batch.time - 1
    let places = (0..<batch.ids.count).map { $0 % batch.time == last ? nil : $0 + 1 }
    let targets = places.map { place in place.map { batch.ids[$0] } ?? 0 }
    let tape = Tape(pool: pool, isRecording: false, keepsNames: false)
    return tape.apply(
      .crossEntropy(targets: targets, weights: places.map { $0 == nil ? 0 : 1 }),
      tape.leaf(logits)
    ).tensor.scalar
  }
}
