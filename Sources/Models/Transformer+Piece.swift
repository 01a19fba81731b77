import Tensors

extension Transformer {
  /// What one piece makes of its tensors, in the order of its parameters; a piece of tokens takes
  /// them instead. Shapes fit the piece's parameters, the batch is the same everywhere, and keys
  /// reach at least as far as queries. The result has the bits that the activation of the piece's
  /// name has in a whole pass.
  package mutating func apply(
    _ piece: Piece, to tensors: [Tensor], tokens: TokenBatch? = nil
  ) -> Tensor {
    if let tokens { return apply(piece, to: tokens) }
    let inputs = tensors.map { tape.leaf($0) }
    var none: KeyValueCache?
    let x = inputs[0]
    let result: Variable
    switch piece.work {
    case .norm: result = norm(piece.name, x)
    case .heads(let count): result = tape.apply(.splitHeads(count), linear(piece.name, x))
    case .rotation: result = tape.apply(.rotary(base: configuration.rotaryBase, offset: 0), x)
    case .scores: result = tape.apply(.attentionScores, x, inputs[1])
    case .softmax: result = tape.apply(.softmax, x)
    case .weightedValues: result = tape.apply(.weightedValues, x, inputs[1])
    case .mergedProduct: result = linear(piece.name, tape.apply(.mergeHeads, x))
    case .product: result = linear(piece.name, x)
    case .activation:
      result =
        configuration.feedForward == .gelu
        ? tape.apply(.gelu, x) : tape.apply(.multiply, tape.apply(.silu, x), inputs[1])
    case .attention(let layer):
      result = attention(piece.name + ".", layer, x, offset: 0, cache: &none)
    case .feedForward: result = feedForward(piece.name + ".", x)
    case .block(let layer):
      result = block(piece.name + ".", layer, x, offset: 0, cache: &none)
    case .unembed:
      let table = configuration.tied ? "embed.weight" : "unembed.weight"
      result = tape.apply(.unembed, x, parameter(table))
    case .embed, .positions, .logits, .probabilities:
      preconditionFailure("\(piece.name) takes tokens")
    }
    return result.tensor
  }

  private mutating func apply(_ piece: Piece, to tokens: TokenBatch) -> Tensor {
    switch piece.work {
    case .embed:
      let table = parameter("embed.weight")
      return tape.apply(.embedding(ids: tokens.ids, batch: tokens.batch), table).tensor
    case .positions:
      let ids = (0..<tokens.time).map(Int32.init)
      return tape.apply(.embedding(ids: ids, batch: 1), parameter("pos_embed.weight")).tensor
    case .logits: return logits(tokens).tensor
    case .probabilities: return tape.apply(.softmax, logits(tokens)).tensor
    default: preconditionFailure("\(piece.name) takes no tokens")
    }
  }
}
