/// How many multiply-adds work with a model takes: the measure of cost that does not depend on the
/// machine.
package struct Cost: Sendable {
  private let layers: Int
  private let width: Int
  private let context: Int
  /// Weights that every token is multiplied with: all matrices but the looked-up tables.
  package let weightsPerToken: Int

  package init(_ configuration: Configuration) {
    layers = configuration.layers
    width = configuration.width
    context = configuration.context
    let matrices = configuration.parameters.filter { $0.shape.rank == 2 }
    let products = matrices.filter { !["embed.weight", "pos_embed.weight"].contains($0.name) }
    let tied = configuration.tied ? configuration.vocabulary * configuration.width : 0
    weightsPerToken = products.reduce(tied) { $0 + $1.shape.count }
  }

  /// Reading `count` tokens at once, when `before` are in the cache already. A token at position s
  /// also takes 2·s·width in each layer: its scores, and the values they weigh.
  package func reading(_ count: Int, before: Int = 0) -> Int {
    let seen = (0..<count).reduce(0) { $0 + before + $1 + 1 }
    return count * weightsPerToken + 2 * layers * width * seen
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

  /// Training on sequences: forward once, backward twice as much, since every product then meets the
  /// gradient of its result once for each factor. Exact: each position attends to those before it
  /// and to itself, and to no others.
  package func training(steps: Int, batch: Int, window: Int) -> Int {
    3 * steps * batch * reading(window)
  }

  /// Floating-point operations of one training step: a multiply-add is two.
  package func trainingFLOPs(batch: Int, window: Int) -> Int {
    2 * training(steps: 1, batch: batch, window: window)
  }
}
