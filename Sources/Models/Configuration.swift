/// The shape of a decoder-only transformer. GPT-2 and Llama are two settings of the same switches.
package struct Configuration: Codable, Equatable, Sendable {
  package enum Norm: String, Codable, CaseIterable, Sendable { case layerNorm, rmsNorm }
  package enum Positions: String, Codable, CaseIterable, Sendable { case learned, rotary }
  package enum FeedForward: String, Codable, CaseIterable, Sendable { case gelu, swiglu }

  /// Tokens that the model knows.
  package var vocabulary: Int
  /// Positions that it can look back over.
  package var context: Int
  package var layers: Int
  package var heads: Int
  /// Key and value heads; fewer than `heads` is grouped-query attention.
  package var keyValueHeads: Int
  /// Size of the residual stream.
  package var width: Int
  /// Size inside the feed-forward layers.
  package var hidden: Int
  package var norm: Norm
  package var positions: Positions
  package var feedForward: FeedForward
  /// Whether products and LayerNorms add a bias.
  package var bias: Bool
  /// Whether the logits are made with the token table itself.
  package var tied: Bool
  /// Share of elements that dropout sets to zero in training.
  package var dropout: Float
  package var epsilon: Float = 1e-5
  package var rotaryBase: Float = 10_000

  package var headSize: Int { width / heads }

  /// LayerNorm, learned positions, GELU, biases, tied table (Radford et al. 2019).
  package static func gpt2(
    vocabulary: Int, context: Int, layers: Int, heads: Int, width: Int, dropout: Float = 0
  ) -> Configuration {
    Configuration(
      vocabulary: vocabulary, context: context, layers: layers, heads: heads,
      keyValueHeads: heads, width: width, hidden: 4 * width, norm: .layerNorm,
      positions: .learned, feedForward: .gelu, bias: true, tied: true, dropout: dropout)
  }

  /// RMSNorm, rotary positions, SwiGLU, no bias, own output table (Touvron et al. 2023). The hidden
  /// size is 8/3 of the width, rounded up to a multiple of 16, if none is given.
  package static func llama(
    vocabulary: Int, context: Int, layers: Int, heads: Int, keyValueHeads: Int, width: Int,
    hidden: Int? = nil
  ) -> Configuration {
    Configuration(
      vocabulary: vocabulary, context: context, layers: layers, heads: heads,
      keyValueHeads: keyValueHeads, width: width, hidden: hidden ?? (8 * width / 3 + 15) / 16 * 16,
      norm: .rmsNorm, positions: .rotary, feedForward: .swiglu, bias: false, tied: false,
      dropout: 0)
  }
}

/// A configuration that cannot be built.
package struct ConfigurationError: Error, CustomStringConvertible {
  package let description: String
  package init(description: String) { self.description = description }
}

extension Configuration {
  /// Throws `ConfigurationError` with the reason and a remedy unless a model can have this shape.
  package func validate() throws {
    for (value, name) in [
      (vocabulary, "vocabulary"), (context, "context"), (layers, "layers"), (heads, "heads"),
      (keyValueHeads, "key-value heads"), (width, "width"), (hidden, "hidden size"),
    ] where value < 1 {
      throw ConfigurationError(description: "\(name) is \(value); it must be at least 1")
    }
    // Products of sizes must not overflow, in whatever file the numbers came from.
    for (value, name) in [
      (vocabulary, "vocabulary"), (context, "context"), (width, "width"), (hidden, "hidden size"),
    ] where value > 1 << 24 {
      throw ConfigurationError(description: "\(name) is \(value); at most \(1 << 24) is possible")
    }
    guard layers <= 1000 else {
      throw ConfigurationError(description: "\(layers) layers; at most 1000 are possible")
    }
    guard width % heads == 0 else {
      throw ConfigurationError(
        description: "width \(width) cannot be split into \(heads) heads; use a multiple of"
          + " \(heads), for example \((width / heads + 1) * heads)")
    }
    guard heads % keyValueHeads == 0 else {
      throw ConfigurationError(
        description: "\(heads) heads cannot share \(keyValueHeads) key-value heads evenly;"
          + " use a divisor of \(heads)")
    }
    guard positions == .learned || headSize % 2 == 0 else {
      throw ConfigurationError(
        description: "rotary positions need an even head size, but width \(width) / \(heads)"
          + " heads = \(headSize)")
    }
    guard dropout >= 0, dropout < 1 else {
      throw ConfigurationError(description: "dropout is \(dropout); it must be in 0..<1")
    }
    guard epsilon > 0, epsilon.isFinite, rotaryBase > 1, rotaryBase.isFinite else {
      throw ConfigurationError(description: "epsilon must be above 0 and the rotary base above 1")
    }
  }
}
