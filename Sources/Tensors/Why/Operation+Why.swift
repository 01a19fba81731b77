extension Operation {
  /// How the element at `index` of the output came about.
  func why(_ at: Place, _ index: [Int]) -> [Explanation.Step] {
    switch self {
    case .linear: Linear.why(at, index)
    case .unembed: Unembed.why(at, index)
    case .embedding(let ids, let batch): Embedding.why(at, index, ids: ids, batch: batch)
    case .addPositions(let first): Positions.why(at, index, first: first)
    case .add: Elementwise.whySum(at, index)
    case .multiply: Elementwise.whyProduct(at, index)
    case .scale(let factor): Elementwise.whyScaled(at, index, by: factor)
    case .layerNorm(let epsilon): Norm.why(at, index, epsilon, centers: true)
    case .rmsNorm(let epsilon): Norm.why(at, index, epsilon, centers: false)
    case .gelu: Elementwise.why(.gelu, at, index)
    case .silu: Elementwise.why(.silu, at, index)
    case .splitHeads, .mergeHeads:
      moved(from: index, at: at).map { [Explanation.Step(at.input(0, "x", $0))] } ?? []
    case .rotary(let base, let offset): Rotary.why(at, index, base: base, offset: offset)
    case .attentionScores: Attention.whyScores(at, index)
    case .softmax: SoftmaxRows.why(at, index)
    case .weightedValues: Attention.whyWeightedValues(at, index)
    case .dropout(let rate, let address): Dropout.why(at, index, rate: rate, address: address)
    case .crossEntropy(let targets, let weights):
      Loss.why(at, targets: targets, weights: weights)
    case .attention, .linearAdded, .tokenLosses:
      preconditionFailure("a pass that keeps names has no \(name)")
    }
  }

  /// What this operation adds to the gradient of its input number `input` at `index`.
  func whyGradient(of input: Int, _ at: Place, _ index: [Int]) -> [Explanation.Step] {
    switch self {
    case .linear: Linear.whyGradient(of: input, at, index)
    case .unembed: Unembed.whyGradient(of: input, at, index)
    case .embedding(let ids, let batch): Embedding.whyGradient(at, index, ids: ids, batch: batch)
    case .addPositions(let first):
      Positions.whyGradient(of: input, at, index, first: first)
    case .multiply: Elementwise.whyProductGradient(of: input, at, index)
    case .scale(let factor): Elementwise.whyScaledGradient(at, index, by: factor)
    case .layerNorm(let epsilon):
      Norm.whyGradient(of: input, at, index, epsilon, centers: true)
    case .rmsNorm(let epsilon):
      Norm.whyGradient(of: input, at, index, epsilon, centers: false)
    case .gelu: Elementwise.whyGradient(.geluGradient, at, index)
    case .silu: Elementwise.whyGradient(.siluGradient, at, index)
    case .add, .splitHeads, .mergeHeads:
      passed(from: index, input: input, at: at).map { [Explanation.Step(at.slope($0))] } ?? []
    case .rotary(let base, let offset):
      Rotary.whyGradient(at, index, base: base, offset: offset)
    case .attentionScores: Attention.whyScoresGradient(of: input, at, index)
    case .softmax: SoftmaxRows.whyGradient(at, index)
    case .weightedValues: Attention.whyWeightedValuesGradient(of: input, at, index)
    case .dropout(let rate, let address):
      Dropout.whyGradient(at, index, rate: rate, address: address)
    case .crossEntropy(let targets, let weights):
      Loss.whyGradient(at, index, targets: targets, weights: weights)
    case .attention, .linearAdded, .tokenLosses:
      preconditionFailure("a pass that keeps names has no \(name)")
    }
  }

  /// How a number came about that the operation works out on the way.
  func why(_ intermediate: Intermediate, _ at: Place, _ index: [Int]) -> [Explanation.Step] {
    switch (self, intermediate) {
    case (.layerNorm(let epsilon), .normalized):
      Norm.whyNormalized(at, index, epsilon, centers: true)
    case (.rmsNorm(let epsilon), .normalized):
      Norm.whyNormalized(at, index, epsilon, centers: false)
    case (.layerNorm(let epsilon), .inverseDeviation):
      Norm.whyInverseDeviation(at, index, epsilon, centers: true)
    case (.rmsNorm(let epsilon), .inverseDeviation):
      Norm.whyInverseDeviation(at, index, epsilon, centers: false)
    case (.crossEntropy(let targets, _), .positionLoss):
      Loss.whyPosition(
        at, index,
        target: Int(targets[Shape(at.input(0).shape.axes.dropLast()).offset(of: index)]))
    default: preconditionFailure("\(intermediate) is nothing that this operation works out")
    }
  }
}
