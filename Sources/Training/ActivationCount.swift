import Models

/// How many floats a pass through the model and back keeps, for some sequences at a time: what the
/// arena of a training step holds.
///
/// It follows `Transformer` line by line. Letters: n positions, C width, K key width, H hidden size,
/// V vocabulary, T time.
struct ActivationCount {
  let configuration: Configuration
  var adapter: Adapter.Plan?
  /// Tokens of each sequence.
  let time: Int

  /// Floats for `sequences` at a time; not an integer, which a shape beyond all bounds would
  /// overflow.
  func floats(sequences: Int) -> Double {
    let positions = Double(sequences) * Double(time)
    let pattern = positions * Double(configuration.heads) * Double(time)
    return positions * Double(forward + backward)
      + Double(configuration.layers * patterns + (drops ? 2 : 0)) * pattern
  }

  private var width: Int { configuration.width }
  private var keyWidth: Int { configuration.keyValueHeads * configuration.headSize }
  private var isRotary: Bool { configuration.positions == .rotary }
  private var drops: Bool { configuration.dropout > 0 }

  /// For each position: embedding, blocks, last norm; logits, probabilities and loss.
  private var forward: Int {
    let embeddings = 1 + (isRotary ? 0 : 1) + (drops ? 1 : 0)
    return (embeddings + 1) * width + configuration.layers * block
      + 2 * configuration.vocabulary + 1
  }

  /// For each position in a block: two norms, two sums, q and z; k and v; the feed-forward layer; two outs
  /// where they are not added as they are made.
  private var block: Int {
    let turned = isRotary ? width + keyWidth : 0
    // With dropout, attention goes step by step: q, k and v by heads, z by heads, two dropped outs.
    let steps = drops ? 4 * width + 2 * keyWidth : 0
    let outs = drops || adapter != nil ? 2 * width : 0
    let hidden = configuration.feedForward == .swiglu ? 4 : 2
    return 6 * width + 2 * keyWidth + turned + steps + outs + hidden * configuration.hidden
      + adapters
  }

  /// For each position in a block: x·A, x·A·B, that scaled, and added.
  private var adapters: Int {
    guard let adapter else { return 0 }
    return adapter.targets.reduce(0) { sum, target in
      let size =
        switch target {
        case "attn.k", "attn.v": keyWidth
        case "mlp.gate", "mlp.pre": configuration.hidden
        default: width
        }
      return sum + adapter.rank + 3 * size
    }
  }

  /// Of the size [sequence, head, T, T] in a block: the probabilities; with dropout also scores, and
  /// what it leaves of the probabilities (and two gradients, in one block at a time).
  private var patterns: Int { drops ? 3 : 1 }

  /// For each position, gradients that live beside all of the above, at the worst moment of each
  /// size: of the logits; of the last norm; of the last feed-forward layer; of keys and values.
  private var backward: Int {
    let hidden = (configuration.feedForward == .swiglu ? 3 : 2) + (adapter == nil ? 0 : 1)
    let keys = keyWidth == width ? 0 : (isRotary ? 3 : 2)
    return configuration.vocabulary + 2 * width + hidden * configuration.hidden + keys * keyWidth
  }
}
