extension Operation {
  /// Floating-point operations of the products on the way forward, a multiply-add counting two; 0 where
  /// there are none. What a query does not see is not counted.
  func flops(_ inputs: [Tensor]) -> Int {
    switch self {
    case .linear, .linearAdded: 2 * inputs[0].count * inputs[1].shape.sizes[1]
    case .unembed: 2 * inputs[0].count * inputs[1].shape.sizes[0]
    case .attention:
      2 * Self.attended(queries: inputs[0].shape.sizes[1], keys: inputs[1].shape.sizes[1])
        * inputs[0].shape.sizes[0] * inputs[0].shape.sizes[2] * 2
    case .attentionScores:
      2 * Self.attended(queries: inputs[0].shape.sizes[2], keys: inputs[1].shape.sizes[2])
        * inputs[0].count / inputs[0].shape.sizes[2]
    case .weightedValues:
      2 * Self.attended(queries: inputs[0].shape.sizes[2], keys: inputs[0].shape.sizes[3])
        * inputs[0].shape.sizes[0] * inputs[0].shape.sizes[1] * inputs[1].shape.sizes[3]
    default: 0
    }
  }

  /// The same on the way back: as much for each factor that has a gradient.
  func backwardFLOPs(_ inputs: [Tensor], wanted: [Wanted]) -> Int {
    let flops = flops(inputs)
    if case .attention = self { return 2 * flops }
    return flops * wanted.prefix(2).count(where: \.isWanted)
  }

  /// How many keys the queries see together: the last sees them all, each before it one fewer.
  private static func attended(queries: Int, keys: Int) -> Int {
    queries * (keys - queries) + queries * (queries + 1) / 2
  }
}
