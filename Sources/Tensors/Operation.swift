import Kernels

/// Everything the engine can do to tensors. Each case's forward and backward stand side by side in
/// a file of `Operations/`.
package enum Operation: Sendable {
  /// x[…, C] · weight[C, N] (+ bias[N])
  case linear
  /// x[B, T, C] · table[V, C]ᵀ
  case unembed
  /// Rows of table[V, C] for ids [B, T]
  case embedding(ids: [Int32], batch: Int)
  /// x[B, T, C] + positions[1, T, C]
  case addPositions
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
  case dropout(rate: Float, address: DropoutAddress)
  /// Mean of −log softmax(logits)[target] over the positions with weight 1
  case crossEntropy(targets: [Int32], weights: [Float])

  /// The result, and what the backward pass wants to find again.
  func forward(_ inputs: [Tensor], pool: WorkerPool) -> (output: Tensor, saved: [Tensor]) {
    switch self {
    case .linear: (Linear.forward(inputs, pool: pool), [])
    case .unembed: (Unembed.forward(inputs[0], table: inputs[1], pool: pool), [])
    case .embedding(let ids, let batch):
      (Embedding.forward(table: inputs[0], ids: ids, batch: batch), [])
    case .addPositions: (Positions.forward(inputs[0], inputs[1], pool: pool), [])
    case .add: (Elementwise.add(inputs[0], inputs[1], pool: pool), [])
    case .multiply: (Elementwise.multiply(inputs[0], inputs[1], pool: pool), [])
    case .scale(let factor): (Elementwise.scale(inputs[0], by: factor, pool: pool), [])
    case .layerNorm(let epsilon): (Norm.forward(inputs, epsilon, centers: true, pool: pool), [])
    case .rmsNorm(let epsilon): (Norm.forward(inputs, epsilon, centers: false, pool: pool), [])
    case .gelu: (Elementwise.gelu(inputs[0], pool: pool), [])
    case .silu: (Elementwise.silu(inputs[0], pool: pool), [])
    case .splitHeads(let heads): (Heads.split(inputs[0], into: heads, pool: pool), [])
    case .mergeHeads: (Heads.merge(inputs[0], axis: "width", pool: pool), [])
    case .rotary(let base, let offset):
      (Rotary.turn(inputs[0], base: base, offset: offset, backwards: false, pool: pool), [])
    case .attentionScores: (Attention.scores(q: inputs[0], k: inputs[1], pool: pool), [])
    case .softmax: (SoftmaxRows.forward(inputs[0], pool: pool), [])
    case .weightedValues:
      (Attention.weightedValues(pattern: inputs[0], v: inputs[1], pool: pool), [])
    case .dropout(let rate, let address):
      (Dropout.apply(inputs[0], rate: rate, address: address, pool: pool), [])
    case .crossEntropy(let targets, let weights):
      Loss.forward(inputs[0], targets: targets, weights: weights, pool: pool)
    }
  }

  /// The gradients of the inputs, given `dy`, the gradient of the output. Where `wanted` is false
  /// nil is returned and nothing is computed.
  func backward(
    _ inputs: [Tensor], output: Tensor, saved: [Tensor], dy: Tensor, wanted: [Bool],
    pool: WorkerPool
  ) -> [Tensor?] {
    switch self {
    case .linear: Linear.backward(inputs, dy: dy, wanted: wanted, pool: pool)
    case .unembed: Unembed.backward(inputs, dy: dy, wanted: wanted, pool: pool)
    case .embedding(let ids, _):
      [Embedding.backward(table: inputs[0], ids: ids, dy: dy, pool: pool)]
    case .addPositions: Positions.backward(inputs, dy: dy, wanted: wanted, pool: pool)
    case .add: [dy, dy]
    case .multiply: Elementwise.multiplyBackward(inputs, dy: dy, wanted: wanted, pool: pool)
    case .scale(let factor): [Elementwise.scale(dy, by: factor, pool: pool)]
    case .layerNorm(let epsilon):
      Norm.backward(inputs, epsilon, centers: true, dy: dy, pool: pool)
    case .rmsNorm(let epsilon):
      Norm.backward(inputs, epsilon, centers: false, dy: dy, pool: pool)
    case .gelu: [Elementwise.geluBackward(inputs[0], dy: dy, pool: pool)]
    case .silu: [Elementwise.siluBackward(inputs[0], dy: dy, pool: pool)]
    case .splitHeads: [Heads.merge(dy, axis: inputs[0].shape.names.last ?? "width", pool: pool)]
    case .mergeHeads: [Heads.split(dy, into: inputs[0].shape.sizes[1], pool: pool)]
    case .rotary(let base, let offset):
      [Rotary.turn(dy, base: base, offset: offset, backwards: true, pool: pool)]
    case .attentionScores:
      Attention.scoresBackward(q: inputs[0], k: inputs[1], dy: dy, wanted: wanted, pool: pool)
    case .softmax: [SoftmaxRows.backward(output, dy: dy, pool: pool)]
    case .weightedValues:
      Attention.weightedValuesBackward(
        pattern: inputs[0], v: inputs[1], dy: dy, wanted: wanted, pool: pool)
    case .dropout(let rate, let address):
      [Dropout.apply(dy, rate: rate, address: address, pool: pool)]
    case .crossEntropy(let targets, let weights):
      [Loss.backward(saved[0], targets: targets, weights: weights, dy: dy, pool: pool)]
    }
  }
}
