/// Which of a computation's tensors an element belongs to. Nodes are counted in the order in which
/// the computation made them.
package enum TensorKey: Hashable, Sendable {
  /// What a node computed, or the leaf that it is.
  case output(Int)
  /// The gradient of that.
  case gradient(Int)
  /// What one use of a tensor, as input number `input` of the node `consumer`, adds to its gradient.
  case contribution(consumer: Int, input: Int)
  /// What a node's operation works out on the way and keeps for nobody.
  case intermediate(Int, Intermediate)
  /// A tensor outside of the computation, known by its name alone: an optimiser's.
  case named(String)
}

/// What operations work out on the way.
package enum Intermediate: String, Hashable, Sendable {
  /// Norm: (x − mean) / √(variance + ε), in the input's shape.
  case normalized
  /// Norm: 1 / √(variance + ε), one number a row.
  case inverseDeviation
  /// Cross entropy: −log softmax(logits)[target], one number a position.
  case positionLoss
}

/// One number: which tensor it is in, and where.
package struct ElementReference: Hashable, Sendable {
  package let tensor: TensorKey
  /// One number for each axis.
  package let index: [Int]

  package init(_ tensor: TensorKey, _ index: [Int]) {
    self.tensor = tensor
    self.index = index
  }
}

/// A number with its origin, and the letter that stands for it in a formula.
package struct Element: Sendable {
  package let symbol: String
  package let reference: ElementReference
  package let value: Float

  package init(_ symbol: String, _ reference: ElementReference, _ value: Float) {
    self.symbol = symbol
    self.reference = reference
    self.value = value
  }
}
