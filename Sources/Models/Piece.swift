/// A part of the model that can be computed by itself: the name of an activation, called with what
/// feeds it. `blocks.0.ln1` makes the block's first norm of the stream, `blocks.0` the whole block.
///
/// Letters as in `Transformer`: B batch, T time, C width, H heads, K key-value heads, D head size,
/// S keys, N hidden size, V vocabulary.
package struct Piece: Sendable, Equatable {
  /// What a piece does, and with which weights.
  enum Work: Equatable {
    /// tokens [B, T] → [B, T, C]
    case embed
    /// tokens [B, T] → [1, T, C]
    case positions
    /// x[…, C] → the same
    case norm
    /// x[B, T, C] → [B, heads, T, D]
    case heads(Int)
    /// [B, heads, T, D] → the same
    case rotation
    /// q[B, H, T, D], k[B, K, S, D] → [B, H, T, S]
    case scores
    /// Softmax over the last axis.
    case softmax
    /// pattern[B, H, T, S], v[B, K, S, D] → [B, H, T, D]
    case weightedValues
    /// z[B, H, T, D] → [B, T, C]
    case mergedProduct
    /// x·W (+ b)
    case product
    /// pre[B, T, N] (after the gate, where there is one) → [B, T, N]
    case activation
    /// The whole attention, feed-forward layer or block of a layer: x[B, T, C] → the same
    case attention(Int), feedForward, block(Int)
    /// x[B, T, C] → [B, T, V]
    case unembed
    /// tokens [B, T] → [B, T, V]
    case logits, probabilities
  }

  /// One of a piece's arguments.
  package struct Parameter: Sendable, Equatable {
    package let name: String
    /// From the first axis to the last; nil for tokens.
    package let axes: [Extent]?

    /// An axis by name, and its size where the model fixes it.
    package struct Extent: Sendable, Equatable {
      package let name: String
      package let size: Int?
    }
  }

  /// `blocks.0.attn.q`
  package let name: String
  package let parameters: [Parameter]
  let work: Work

  /// `blocks.0.attn.scores(q, k)`
  package var signature: String {
    "\(name)(\(parameters.map(\.name).joined(separator: ", ")))"
  }

  /// Every piece that a model of this shape has, in the order of the computation.
  package static func all(of configuration: Configuration) -> [Piece] {
    let shapes = PieceShapes(configuration)
    var pieces = [Piece(name: "embed", parameters: [shapes.tokens], work: .embed)]
    if configuration.positions == .learned {
      pieces.append(Piece(name: "pos_embed", parameters: [shapes.tokens], work: .positions))
    }
    for layer in 0..<configuration.layers {
      pieces += block("blocks.\(layer)", layer, configuration, shapes)
    }
    return pieces + [
      Piece(name: "ln_final", parameters: [shapes.stream], work: .norm),
      Piece(name: "unembed", parameters: [shapes.stream], work: .unembed),
      Piece(name: "logits", parameters: [shapes.tokens], work: .logits),
      Piece(name: "probs", parameters: [shapes.tokens], work: .probabilities),
    ]
  }

  private static func block(
    _ name: String, _ layer: Int, _ configuration: Configuration, _ shapes: PieceShapes
  ) -> [Piece] {
    [
      Piece(name: name, parameters: [shapes.stream], work: .block(layer)),
      Piece(name: name + ".ln1", parameters: [shapes.stream], work: .norm),
      Piece(name: name + ".attn", parameters: [shapes.stream], work: .attention(layer)),
    ] + attention(name + ".attn", configuration, shapes)
      + [
        Piece(name: name + ".ln2", parameters: [shapes.stream], work: .norm),
        Piece(name: name + ".mlp", parameters: [shapes.stream], work: .feedForward),
      ] + feedForward(name + ".mlp", configuration, shapes)
  }

  private static func attention(
    _ name: String, _ configuration: Configuration, _ shapes: PieceShapes
  ) -> [Piece] {
    let keys = configuration.keyValueHeads
    var pieces = [("q", configuration.heads), ("k", keys), ("v", keys)].map { part, heads in
      Piece(name: "\(name).\(part)", parameters: [shapes.stream], work: .heads(heads))
    }
    if configuration.positions == .rotary {
      pieces += [
        Piece(name: name + ".rot_q", parameters: [shapes.queries], work: .rotation),
        Piece(name: name + ".rot_k", parameters: [shapes.keys], work: .rotation),
      ]
    }
    return pieces + [
      Piece(name: name + ".scores", parameters: [shapes.queries, shapes.keys], work: .scores),
      Piece(name: name + ".pattern", parameters: [shapes.scores], work: .softmax),
      Piece(
        name: name + ".z", parameters: [shapes.pattern, shapes.values], work: .weightedValues),
      Piece(name: name + ".out", parameters: [shapes.weighted], work: .mergedProduct),
    ]
  }

  private static func feedForward(
    _ name: String, _ configuration: Configuration, _ shapes: PieceShapes
  ) -> [Piece] {
    let hasGate = configuration.feedForward == .swiglu
    return
      (hasGate
      ? [Piece(name: name + ".gate", parameters: [shapes.stream], work: .product)] : [])
      + [
        Piece(name: name + ".pre", parameters: [shapes.stream], work: .product),
        Piece(
          name: name + ".post",
          parameters: hasGate
            ? [shapes.hidden("gate"), shapes.hidden("pre")]
            : [shapes.hidden("pre")], work: .activation),
        Piece(name: name + ".out", parameters: [shapes.hidden("post")], work: .product),
      ]
  }
}

/// What a model's pieces take.
private struct PieceShapes {
  private let configuration: Configuration

  init(_ configuration: Configuration) { self.configuration = configuration }

  var tokens: Piece.Parameter { Piece.Parameter(name: "tokens", axes: nil) }
  var stream: Piece.Parameter { row("x", "width", configuration.width) }
  var queries: Piece.Parameter { heads("q", configuration.heads) }
  var keys: Piece.Parameter { heads("k", configuration.keyValueHeads) }
  var values: Piece.Parameter { heads("v", configuration.keyValueHeads) }
  var weighted: Piece.Parameter { heads("z", configuration.heads) }
  var scores: Piece.Parameter { square("scores") }
  var pattern: Piece.Parameter { square("pattern") }

  func hidden(_ name: String) -> Piece.Parameter { row(name, "hidden", configuration.hidden) }

  private func row(_ name: String, _ axis: String, _ size: Int) -> Piece.Parameter {
    parameter(name, [("batch", nil), ("position", nil), (axis, size)])
  }

  private func heads(_ name: String, _ count: Int) -> Piece.Parameter {
    parameter(
      name,
      [("batch", nil), ("head", count), ("position", nil), ("channel", configuration.headSize)])
  }

  private func square(_ name: String) -> Piece.Parameter {
    parameter(
      name, [("batch", nil), ("head", configuration.heads), ("query", nil), ("key", nil)])
  }

  private func parameter(_ name: String, _ axes: [(String, Int?)]) -> Piece.Parameter {
    Piece.Parameter(
      name: name, axes: axes.map { Piece.Parameter.Extent(name: $0.0, size: $0.1) })
  }
}
