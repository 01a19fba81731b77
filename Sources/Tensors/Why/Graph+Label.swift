extension Graph {
  /// How a tensor is called: by its name, else by how it was made of tensors that have one.
  package func label(of key: TensorKey) -> String {
    switch key {
    case .output(let node): return label(of: node)
    case .gradient(let node): return label(of: node) + ".grad"
    case .contribution(let consumer, let input):
      let source = nodes[consumer].inputs[input]
      let name = nodes[source].name ?? label(of: source)
      return "(\(name).grad through \(wayPoint(consumer)))"
    case .intermediate(let node, let intermediate):
      return "\(intermediate.notation)(\(label(of: nodes[node].inputs[0])))"
    case .named(let name): return name
    }
  }

  private func label(of node: Int) -> String {
    let node = nodes[node]
    guard node.name == nil, let operation = node.operation else { return node.name ?? "?" }
    return operation.notation(node.inputs.map { label(of: $0) })
  }

  /// What tells one use from another: the weight that it multiplies with, else its result.
  private func wayPoint(_ consumer: Int) -> String {
    let weight = nodes[consumer].inputs.first { nodes[$0].operation == nil }
    return label(of: weight ?? consumer)
  }
}

extension Intermediate {
  fileprivate var notation: String {
    switch self {
    case .normalized: "x̂"
    case .inverseDeviation: "σ⁻¹"
    case .positionLoss: "loss"
    }
  }
}

extension Operation {
  /// What it makes of its inputs, in the notation of the field.
  fileprivate func notation(_ inputs: [String]) -> String {
    switch self {
    case .linear, .unembed:
      "(" + inputs[0] + "·" + inputs[1] + (inputs.count == 3 ? " + " + inputs[2] : "") + ")"
    case .embedding: "\(inputs[0])[ids]"
    case .linearAdded:
      "(" + inputs[0] + "·" + inputs[1] + inputs.dropFirst(2).map { " + " + $0 }.joined() + ")"
    case .add, .addPositions: "(\(inputs[0]) + \(inputs[1]))"
    case .multiply: "(\(inputs[0])·\(inputs[1]))"
    case .scale(let factor):
      (factor == factor.rounded() ? "\(Int(factor))" : "\(factor)") + "·" + inputs[0]
    case .layerNorm, .rmsNorm: "norm(\(inputs[0]))"
    case .gelu: "gelu(\(inputs[0]))"
    case .silu: "silu(\(inputs[0]))"
    case .splitHeads, .mergeHeads: inputs[0]
    case .rotary: "rotated(\(inputs[0]))"
    case .attentionScores: "scores(\(inputs[0]), \(inputs[1]))"
    case .softmax: "softmax(\(inputs[0]))"
    case .weightedValues: "(\(inputs[0])·\(inputs[1]))"
    case .dropout: "dropout(\(inputs[0]))"
    case .attention: "attention(\(inputs[0]), \(inputs[1]), \(inputs[2]))"
    case .crossEntropy, .tokenLosses: "loss(\(inputs[0]))"
    }
  }
}
