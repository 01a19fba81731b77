import Kernels

/// Everything the engine can do to tensors. Each case's forward and backward stand side by side in
/// a file of `Operations/`.
package enum Operation: Sendable {
  /// x[…, C] · weight[C, N] (+ bias[N])
  case linear
  /// stream[…, N] + (x[…, C] · weight[C, N] (+ bias[N])): `linear` and `add` in one, the same bits; the
  /// stream is the last input
  case linearAdded
  /// x[B, T, C] · table[V, C]ᵀ
  case unembed
  /// Rows of table[V, C] for ids [B, T]
  case embedding(ids: [Int32], batch: Int)
  /// x[B, T, C] + positions[first ..< first + T, C]; positions[1, T, C], or a table of them all
  case addPositions(first: Int = 0)
  case add
  case multiply
  case scale(Float)
  case layerNorm(epsilon: Float)
  case rmsNorm(epsilon: Float)
  case gelu
  case silu
  /// [B, T, H·D] → [B, H, T, D]
  case splitHeads(Int)
  /// [B, H, T, D] → [B, T, H·D]
  case mergeHeads
  /// Turns pairs of channels by an angle that grows with the position, which starts at `offset`.
  case rotary(base: Float, offset: Int)
  /// q[B, H, T, D] · k[B, K, S, D]ᵀ / √D, −∞ where a query would see a later key
  case attentionScores
  case softmax
  /// pattern[B, H, T, S] · v[B, K, S, D]
  case weightedValues
  /// The five operations above for whole sequences in one, for q[B, T, H·D], k and v[B, T, K·D] →
  /// z[B, T, H·D]; the same bits
  case attention(AttentionPlan)
  case dropout(rate: Float, address: DropoutAddress)
  /// Mean of −log softmax(logits)[target] over the positions with weight 1
  case crossEntropy(targets: [Int32], weights: [Float])
  /// −log softmax(logits)[target] at each position
  case tokenLosses(targets: [Int32])

  /// The result, and what the backward pass wants to find again.
  func forward(_ inputs: [Tensor], on engine: Engine) -> (output: Tensor, saved: [Tensor]) {
    switch self {
    case .linear: (Linear.forward(inputs, on: engine), [])
    case .linearAdded:
      (Linear.forward(Array(inputs.dropLast()), plus: inputs.last, on: engine), [])
    case .unembed: (Unembed.forward(inputs[0], table: inputs[1], on: engine), [])
    case .embedding(let ids, let batch):
      (Embedding.forward(table: inputs[0], ids: ids, batch: batch, on: engine), [])
    case .addPositions(let first):
      (Positions.forward(inputs[0], inputs[1], first: first, on: engine), [])
    case .add: (Elementwise.add(inputs[0], inputs[1], on: engine), [])
    case .multiply: (Elementwise.multiply(inputs[0], inputs[1], on: engine), [])
    case .scale(let factor): (Elementwise.scale(inputs[0], by: factor, on: engine), [])
    case .layerNorm(let epsilon): (Norm.forward(inputs, epsilon, centers: true, on: engine), [])
    case .rmsNorm(let epsilon): (Norm.forward(inputs, epsilon, centers: false, on: engine), [])
    case .gelu: (Elementwise.gelu(inputs[0], on: engine), [])
    case .silu: (Elementwise.silu(inputs[0], on: engine), [])
    case .splitHeads(let heads): (Heads.split(inputs[0], into: heads, on: engine), [])
    case .mergeHeads: (Heads.merge(inputs[0], axis: "width", on: engine), [])
    case .rotary(let base, let offset):
      (Rotary.turn(inputs[0], base: base, offset: offset, backwards: false, on: engine), [])
    case .attentionScores: (Attention.scores(q: inputs[0], k: inputs[1], on: engine), [])
    case .softmax: (SoftmaxRows.forward(inputs[0], on: engine), [])
    case .weightedValues:
      (Attention.weightedValues(pattern: inputs[0], v: inputs[1], on: engine), [])
    case .attention(let plan):
      FusedAttention(plan, query: inputs[0].shape).forward(inputs, on: engine)
    case .dropout(let rate, let address):
      (Dropout.apply(inputs[0], rate: rate, address: address, on: engine), [])
    case .crossEntropy(let targets, let weights):
      Loss.forward(inputs[0], targets: targets, weights: weights, on: engine)
    case .tokenLosses(let targets): Loss.forEachToken(inputs[0], targets: targets, on: engine)
    }
  }

  /// Whether `backward` adds the gradient of the first input to that of its other uses, if that is
  /// wanted: it then needs no pass of its own.
  var addsToOtherGradients: Bool {
    switch self {
    case .linear, .linearAdded, .unembed, .layerNorm, .rmsNorm: true
    default: false
    }
  }

  /// The gradients of the inputs, given `dy`, the gradient of the output: nil where they are not
  /// wanted or were added to a sum.
  func backward(
    _ inputs: [Tensor], output: Tensor, saved: [Tensor], dy: Tensor, wanted: [Wanted],
    on engine: Engine
  ) -> [Tensor?] {
    switch self {
    case .linear: Linear.backward(inputs, dy: dy, wanted: wanted, on: engine)
    case .linearAdded:
      Linear.backward(Array(inputs.dropLast()), dy: dy, wanted: wanted, on: engine) + [dy]
    case .unembed: Unembed.backward(inputs, dy: dy, wanted: wanted, on: engine)
    case .embedding(let ids, _):
      [Embedding.backward(table: inputs[0], ids: ids, dy: dy, wanted: wanted[0], on: engine)]
    case .addPositions(let first):
      Positions.backward(inputs, first: first, dy: dy, wanted: wanted, on: engine)
    case .add: [dy, dy]
    case .multiply: Elementwise.multiplyBackward(inputs, dy: dy, wanted: wanted, on: engine)
    case .scale(let factor): [Elementwise.scale(dy, by: factor, on: engine)]
    case .layerNorm(let epsilon):
      Norm.backward(inputs, epsilon, centers: true, dy: dy, wanted: wanted, on: engine)
    case .rmsNorm(let epsilon):
      Norm.backward(inputs, epsilon, centers: false, dy: dy, wanted: wanted, on: engine)
    case .gelu: [Elementwise.geluBackward(inputs[0], dy: dy, on: engine)]
    case .silu: [Elementwise.siluBackward(inputs[0], dy: dy, on: engine)]
    case .splitHeads: [Heads.merge(dy, axis: inputs[0].shape.names.last ?? "width", on: engine)]
    case .mergeHeads: [Heads.split(dy, into: inputs[0].shape.sizes[1], on: engine)]
    case .rotary(let base, let offset):
      [Rotary.turn(dy, base: base, offset: offset, backwards: true, on: engine)]
    case .attentionScores:
      Attention.scoresBackward(q: inputs[0], k: inputs[1], dy: dy, wanted: wanted, on: engine)
    case .softmax: [SoftmaxRows.backward(output, dy: dy, on: engine)]
    case .weightedValues:
      Attention.weightedValuesBackward(
        pattern: inputs[0], v: inputs[1], dy: dy, wanted: wanted, on: engine)
    case .attention(let plan):
      FusedAttention(plan, query: inputs[0].shape)
        .backward(inputs, saved: saved, dz: dy, on: engine)
    case .dropout(let rate, let address):
      [Dropout.apply(dy, rate: rate, address: address, on: engine)]
    case .crossEntropy(let targets, let weights):
      [
        Loss.backward(
          saved[0], targets: targets, shares: Loss.shares(weights, dy: dy.scalar), on: engine)
      ]
    case .tokenLosses(let targets):
      [Loss.backward(saved[0], targets: targets, shares: dy.values, on: engine)]
    }
  }
}
