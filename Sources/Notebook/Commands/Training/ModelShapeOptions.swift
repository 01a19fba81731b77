import ArgumentParser
import Models

extension Configuration.Norm: ExpressibleByArgument {}
extension Configuration.Positions: ExpressibleByArgument {}
extension Configuration.FeedForward: ExpressibleByArgument {}

/// The switches of a model's shape.
package struct ModelShapeOptions: ParsableArguments {
  package enum Family: String, CaseIterable, ExpressibleByArgument { case gpt2, llama }

  @Option(help: "Which family's switches to start from.")
  var family = Family.llama
  @Option(help: "Transformer blocks.")
  var layers = 4
  @Option(help: "Attention heads.")
  var heads = 4
  @Option(help: "Key-value heads; fewer than heads is grouped-query attention.")
  var keyValueHeads: Int?
  @Option(help: "Size of the residual stream.")
  var width = 128
  @Option(help: "Size inside the feed-forward layers.")
  var hidden: Int?
  @Option(help: "Positions that the model can look back over.")
  var context = 128
  @Option(help: "Normalisation of the residual stream.")
  var norm: Configuration.Norm?
  @Option(help: "How positions are told apart.")
  var positions: Configuration.Positions?
  @Option(help: "The feed-forward layer's non-linearity.")
  var feedForward: Configuration.FeedForward?
  @Flag(inversion: .prefixedNo, help: "Add biases to products and LayerNorms.")
  var bias: Bool?
  @Flag(inversion: .prefixedNo, help: "Make the logits with the token table itself.")
  var tied: Bool?
  @Option(help: "Share of elements that dropout sets to zero in training.")
  var dropout: Float = 0

  package init() {}

  /// Whether a shape was asked for that is not the standard one.
  var isChanged: Bool {
    family != .llama || (layers, heads, width, context) != (4, 4, 128, 128) || dropout != 0
      || (keyValueHeads, hidden) != (nil, nil) || norm != nil || positions != nil
      || feedForward != nil || bias != nil || tied != nil
  }

  /// The configuration asked for. Throws `ConfigurationError` if no model can have it.
  func configuration(vocabulary: Int) throws -> Configuration {
    guard heads > 0 else {
      throw ConfigurationError(description: "heads is \(heads); it must be at least 1")
    }
    var result: Configuration
    switch family {
    case .gpt2:
      result = .gpt2(
        vocabulary: vocabulary, context: context, layers: layers, heads: heads, width: width,
        dropout: dropout)
      result.keyValueHeads = keyValueHeads ?? heads
      result.hidden = hidden ?? result.hidden
    case .llama:
      result = .llama(
        vocabulary: vocabulary, context: context, layers: layers, heads: heads,
        keyValueHeads: keyValueHeads ?? heads, width: width, hidden: hidden)
      result.dropout = dropout
      // A small model's token table is a large share of it; as in small Llamas, one serves twice.
      result.tied = true
    }
    result.norm = norm ?? result.norm
    result.positions = positions ?? result.positions
    result.feedForward = feedForward ?? result.feedForward
    result.bias = bias ?? result.bias
    result.tied = tied ?? result.tied
    try result.validate()
    return result
  }
}
