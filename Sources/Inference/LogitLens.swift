import Kernels
import Models
import Tensors

/// What each layer would predict: the residual stream behind it, read as if it were the last one,
/// by the final norm and the unembedding (nostalgebraist 2020, "interpreting GPT: the logit lens").
package struct LogitLens {
  /// A place in the stream at which the lens looks.
  package struct Place: Sendable {
    /// `embed` before the first block, then `blocks.0`, `blocks.1`, …
    package let name: String
    /// The stream's name in a pass.
    package let stream: String
  }

  private let model: Model
  private let pool: WorkerPool

  package init(_ model: Model, pool: WorkerPool) {
    self.model = model
    self.pool = pool
  }

  /// From the embedding to the last block.
  package var places: [Place] {
    [Place(name: "embed", stream: "blocks.0.resid_pre")]
      + (0..<model.configuration.layers).map {
        Place(name: "blocks.\($0)", stream: "blocks.\($0).resid_post")
      }
  }

  /// stream [B, T, C] → logits [B, T, V], by the operations of a pass: behind the last block they
  /// have the bits of the pass's own logits.
  package func logits(of stream: Tensor) -> Tensor {
    let tape = Tape(pool: pool, isRecording: false, keepsNames: false)
    var transformer = Transformer(model, on: tape)
    return ["ln_final", "unembed"].reduce(stream) { x, name in
      guard let piece = Piece.all(of: model.configuration).first(where: { $0.name == name })
      else { preconditionFailure("every model has \(name)") }
      return transformer.apply(piece, to: [x])
    }
  }
}
