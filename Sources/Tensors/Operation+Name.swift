extension Operation {
  /// What the field calls it, for messages: `softmax`, `LayerNorm`.
  package var name: String {
    switch self {
    case .linear: "linear"
    case .linearAdded: "linear and add"
    case .unembed: "unembed"
    case .embedding: "embedding"
    case .addPositions: "add positions"
    case .add: "add"
    case .multiply: "multiply"
    case .scale: "scale"
    case .layerNorm: "LayerNorm"
    case .rmsNorm: "RMSNorm"
    case .gelu: "GELU"
    case .silu: "SiLU"
    case .splitHeads: "split heads"
    case .mergeHeads: "merge heads"
    case .rotary: "rotary positions"
    case .attentionScores: "attention scores"
    case .softmax: "softmax"
    case .weightedValues: "weighted values"
    case .dropout: "dropout"
    case .attention: "attention"
    case .crossEntropy: "cross entropy"
    case .tokenLosses: "cross entropy by position"
    }
  }
}
