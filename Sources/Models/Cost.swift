/// How many multiply-adds work with a model takes: the measure of cost that does not depend on the
/// machine.
package struct Cost: Sendable {
  private let layers: Int
  private let width: Int
  private let context: Int
  /// Weights that every token is multiplied with: all matrices but the looked-up tables.
  package let weightsPerToken: Int
  /// The same in a training step, forward and backward.
  private let weightsPerTrainedToken: Int

  /// - Parameter adapter: what is trained beside a frozen base, if anything is
  package init(_ configuration: Configuration, adapter: Adapter.Plan? = nil) {
    layers = configuration.layers
    width = configuration.width
    context = configuration.context
    let matrices = configuration.parameters.filter { $0.shape.rank == 2 }
    let products = matrices.filter { !["embed.weight", "pos_embed.weight"].contains($0.name) }
    let tied = configuration.tied ? configuration.vocabulary * configuration.width : 0
    let base = Self.count(products) + tied
    guard let adapter else {
      weightsPerToken = base
      weightsPerTrainedToken = 3 * base
      return
    }
    let low = Adapter.specifications(adapter, for: configuration)
    weightsPerToken = base + Self.count(low)
    // The base is frozen: it has no gradient of its own. And what the first block reads leads to
    // nothing that is trained.
    let first = (products + low).filter { product in
      ["q.weight", "k.weight", "v.weight", "q.lora_a", "k.lora_a", "v.lora_a"]
        .contains { product.name == "blocks.0.attn.\($0)" }
    }
    weightsPerTrainedToken = 2 * base + 3 * Self.count(low) - Self.count(first)
  }

  private static func count(_ parameters: [ParameterSpecification]) -> Int {
    parameters.reduce(0) { $0 + $1.shape.count }
  }

  /// Reading `count` tokens at once, when `before` are in the cache already. A token at position s
  /// also takes 2·s·width in each layer: its scores, and the values they weigh.
  package func reading(_ count: Int, before: Int = 0) -> Int {
    count * weightsPerToken + attention(count, before: before)
  }

  private func attention(_ count: Int, before: Int) -> Int {
    2 * layers * width * (0..<count).reduce(0) { $0 + before + $1 + 1 }
  }

  /// Making `count` tokens after a prompt, the prompt's reading not counted. Stays within the
  /// context.
  /// - Parameter usesCache: without a cache every token reads all tokens before it again
  package func making(_ count: Int, after prompt: Int, usesCache: Bool) -> Int {
    (0..<count).reduce(0) { sum, made in
      let length = min(prompt + made, context)
      return sum + (usesCache ? reading(1, before: length - 1) : reading(length))
    }
  }

  /// Training on sequences: forward once, backward twice as much, since each factor of a product
  /// then has a gradient; a frozen weight has none. Exact: a position attends to those before it and
  /// to itself, and to no others.
  package func training(steps: Int, batch: Int, window: Int) -> Int {
    steps * batch * (window * weightsPerTrainedToken + 3 * attention(window, before: 0))
  }

  /// Floating-point operations of one training step: a multiply-add is two.
  package func trainingFLOPs(batch: Int, window: Int) -> Int {
    2 * training(steps: 1, batch: batch, window: window)
  }
}
