import Kernels
import Tensors

/// Where a training step's dropout finds its random numbers.
package struct DropoutPlan: Sendable {
  package let stream: RandomStream
  package let step: Int
  /// Which sequence of the step a pass begins with.
  package let firstSequence: Int

  package init(stream: RandomStream, step: Int, firstSequence: Int = 0) {
    self.stream = stream
    self.step = step
    self.firstSequence = firstSequence
  }
}

/// One forward pass of a decoder-only transformer (Vaswani et al. 2017; Radford et al. 2019),
/// written as the equations are, with a name for every intermediate.
///
/// Letters: B batch, T time, C width, H heads, K key-value heads, D head size, S = T + cached.
package struct Transformer {
  private let model: Model
  let tape: Tape
  private let dropout: DropoutPlan?
  private let gradients: GradientBlock?
  private var leaves: [String: Variable] = [:]
  private var site = 0
  /// Shared by the layers.
  private var rotary: RotaryTable?

  /// - Parameters:
  ///   - gradients: where those of the trainable weights are gathered; nil outside training
  ///   - dropout: nil outside training
  package init(
    _ model: Model, on tape: Tape, gradients: GradientBlock? = nil, dropout: DropoutPlan? = nil
  ) {
    self.model = model
    self.tape = tape
    self.gradients = gradients
    self.dropout = model.configuration.dropout > 0 ? dropout : nil
  }

  var configuration: Configuration { model.configuration }

  /// tokens [B, T] → logits [B, T, V]. With a cache the tokens are the next ones after those it
  /// holds. At most `context` positions in all.
  package mutating func logits(_ tokens: TokenBatch, cache: inout KeyValueCache?) -> Variable {
    let offset = cache?.length ?? 0
    precondition(offset + tokens.time <= configuration.context, "beyond the context")
    var x = embed(tokens, offset: offset)
    for layer in 0..<configuration.layers {
      x = block("blocks.\(layer).", layer, x, offset: offset, cache: &cache)
    }
    x = tape.name("ln_final", norm("ln_final", x))
    let table = configuration.tied ? "embed.weight" : "unembed.weight"
    return tape.name("logits", tape.apply(.unembed, x, parameter(table)))
  }

  /// The same without a cache.
  package mutating func logits(_ tokens: TokenBatch) -> Variable {
    var none: KeyValueCache?
    return logits(tokens, cache: &none)
  }

  private mutating func embed(_ tokens: TokenBatch, offset: Int) -> Variable {
    let table = parameter("embed.weight")
    var x = tape.name(
      "embed", tape.apply(.embedding(ids: tokens.ids, batch: tokens.batch), table))
    if configuration.positions == .learned {
      let table = parameter("pos_embed.weight")
      if tape.keepsNames {
        let ids = (offset..<offset + tokens.time).map(Int32.init)
        let rows = tape.name("pos_embed", tape.apply(.embedding(ids: ids, batch: 1), table))
        x = tape.apply(.addPositions(), x, rows)
      } else {
        x = tape.apply(.addPositions(first: offset), x, table)
      }
    }
    return dropped(x)
  }

  /// x + attention(norm(x)), then + feed-forward(norm(·)).
  mutating func block(
    _ name: String, _ layer: Int, _ x: Variable, offset: Int, cache: inout KeyValueCache?
  ) -> Variable {
    let pre = tape.name(name + "resid_pre", x)
    let read = tape.name(name + "ln1", norm(name + "ln1", pre))
    let middle = tape.name(
      name + "resid_mid",
      attention(name + "attn.", layer, read, addedTo: pre, offset: offset, cache: &cache))
    let looked = tape.name(name + "ln2", norm(name + "ln2", middle))
    return tape.name(
      name + "resid_post", feedForward(name + "mlp.", looked, addedTo: middle))
  }

  /// softmax(q·kᵀ / √D)·v for each head, put together again, and added to `stream` if there is one.
  mutating func attention(
    _ name: String, _ layer: Int, _ x: Variable, addedTo stream: Variable? = nil, offset: Int,
    cache: inout KeyValueCache?
  ) -> Variable {
    let heads = configuration.heads
    let keyHeads = configuration.keyValueHeads
    if !tape.keepsNames && cache == nil && dropout == nil {
      let z = tape.apply(
        .attention(attentionPlan(time: x.shape.sizes[1])), linear(name + "q", x),
        linear(name + "k", x), linear(name + "v", x))
      return output(name + "out", z, addedTo: stream)
    }
    var q = tape.name(name + "q", tape.apply(.splitHeads(heads), linear(name + "q", x)))
    var k = tape.name(name + "k", tape.apply(.splitHeads(keyHeads), linear(name + "k", x)))
    var v = tape.name(name + "v", tape.apply(.splitHeads(keyHeads), linear(name + "v", x)))
    if configuration.positions == .rotary {
      let turn = Operation.rotary(base: configuration.rotaryBase, offset: offset)
      q = tape.name(name + "rot_q", tape.apply(turn, q))
      k = tape.name(name + "rot_k", tape.apply(turn, k))
    }
    if let all = cache?.extend(layer: layer, k: k.tensor, v: v.tensor) {
      k = tape.leaf(all.k)
      v = tape.leaf(all.v)
    }
    let scores = tape.name(name + "scores", tape.apply(.attentionScores, q, k))
    let pattern = tape.name(name + "pattern", tape.apply(.softmax, scores))
    let z = tape.name(name + "z", tape.apply(.weightedValues, dropped(pattern), v))
    return output(name + "out", tape.apply(.mergeHeads, z), addedTo: stream)
  }

  /// How attention goes in one operation, for when nobody looks at what lies between.
  private mutating func attentionPlan(time: Int) -> AttentionPlan {
    if configuration.positions == .rotary && rotary == nil {
      rotary = RotaryTable(
        positions: 0..<time, headSize: configuration.headSize, base: configuration.rotaryBase)
    }
    return AttentionPlan(
      heads: configuration.heads, keyHeads: configuration.keyValueHeads, rotary: rotary)
  }

  mutating func feedForward(
    _ name: String, _ x: Variable, addedTo stream: Variable? = nil
  ) -> Variable {
    let post: Variable
    switch configuration.feedForward {
    case .gelu:
      let pre = tape.name(name + "pre", linear(name + "pre", x))
      post = tape.apply(.gelu, pre)
    case .swiglu:
      let gate = tape.name(name + "gate", linear(name + "gate", x))
      let pre = tape.name(name + "pre", linear(name + "pre", x))
      post = tape.apply(.multiply, tape.apply(.silu, gate), pre)
    }
    return output(name + "out", tape.name(name + "post", post), addedTo: stream)
  }

  /// The last product of a layer, and, if there is a stream, the stream with it: in one where nobody
  /// looks at what lies between.
  private mutating func output(
    _ name: String, _ x: Variable, addedTo stream: Variable?
  ) -> Variable {
    guard let stream else { return tape.name(name, linear(name, x)) }
    guard tape.keepsNames || dropout != nil || model.adapter != nil else {
      let weight = parameter(name + ".weight")
      return configuration.bias
        ? tape.apply(.linearAdded, x, weight, parameter(name + ".bias"), stream)
        : tape.apply(.linearAdded, x, weight, stream)
    }
    return tape.apply(.add, stream, dropped(tape.name(name, linear(name, x))))
  }

  /// x·W (+ b), plus the adapter's x·A·B·scale where there is one.
  mutating func linear(_ name: String, _ x: Variable) -> Variable {
    let weight = parameter(name + ".weight")
    let product =
      configuration.bias
      ? tape.apply(.linear, x, weight, parameter(name + ".bias")) : tape.apply(.linear, x, weight)
    guard let adapter = model.adapter, adapter.parameters[name + ".lora_a"] != nil else {
      return product
    }
    let narrow = tape.apply(.linear, x, parameter(name + ".lora_a"))
    let low = tape.apply(.linear, narrow, parameter(name + ".lora_b"))
    return tape.apply(.add, product, tape.apply(.scale(adapter.scale), low))
  }

  mutating func norm(_ name: String, _ x: Variable) -> Variable {
    let weight = parameter(name + ".weight")
    switch configuration.norm {
    case .rmsNorm: return tape.apply(.rmsNorm(epsilon: configuration.epsilon), x, weight)
    case .layerNorm:
      let operation = Operation.layerNorm(epsilon: configuration.epsilon)
      return configuration.bias
        ? tape.apply(operation, x, weight, parameter(name + ".bias"))
        : tape.apply(operation, x, weight)
    }
  }

  private mutating func dropped(_ x: Variable) -> Variable {
    site += 1
    guard let dropout else { return x }
    let address = DropoutAddress(
      stream: dropout.stream, step: dropout.step, site: site, firstSequence: dropout.firstSequence)
    return tape.apply(.dropout(rate: configuration.dropout, address: address), x)
  }

  mutating func parameter(_ name: String) -> Variable {
    if let leaf = leaves[name] { return leaf }
    guard let tensor = model.parameter(named: name) else {
      preconditionFailure("the model has no \(name)")
    }
    let leaf = tape.leaf(tensor, named: name, sum: gradients?[name])
    leaves[name] = leaf
    return leaf
  }
}
