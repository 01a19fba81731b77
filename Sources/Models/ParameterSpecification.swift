import Tensors

/// What a parameter is before it has values.
package struct ParameterSpecification: Sendable, Equatable {
  package enum Start: Sendable, Equatable {
    case zeros, ones
    /// Normal numbers with this standard deviation.
    case normal(Float)
  }
  package let name: String
  package let shape: Shape
  package let start: Start

  /// Matrices decay; norms and biases do not.
  package var decays: Bool { shape.rank >= 2 }
}

extension Configuration {
  /// Every parameter, in the order in which they lie in memory.
  package var parameters: [ParameterSpecification] {
    let deviation: Float = 0.02
    var list = [
      matrix("embed.weight", ("vocabulary", vocabulary), ("width", width), .normal(deviation))
    ]
    if positions == .learned {
      list.append(
        matrix("pos_embed.weight", ("position", context), ("width", width), .normal(deviation)))
    }
    for layer in 0..<layers { list += block("blocks.\(layer).", deviation) }
    list += normParameters("ln_final")
    if !tied {
      list.append(
        matrix("unembed.weight", ("vocabulary", vocabulary), ("width", width), .normal(deviation)))
    }
    return list
  }

  private func block(_ prefix: String, _ deviation: Float) -> [ParameterSpecification] {
    // The projections back into the residual stream start smaller, so that its variance does not
    // grow with depth (Radford et al. 2019, section 2.3).
    let inward = deviation / Float(2 * layers).squareRoot()
    let keyWidth = keyValueHeads * headSize
    return normParameters(prefix + "ln1")
      + linear(prefix + "attn.q", ("width", width), ("channel", width), deviation)
      + linear(prefix + "attn.k", ("width", width), ("channel", keyWidth), deviation)
      + linear(prefix + "attn.v", ("width", width), ("channel", keyWidth), deviation)
      + linear(prefix + "attn.out", ("channel", width), ("width", width), inward)
      + normParameters(prefix + "ln2")
      + (feedForward == .swiglu
        ? linear(prefix + "mlp.gate", ("width", width), ("hidden", hidden), deviation) : [])
      + linear(prefix + "mlp.pre", ("width", width), ("hidden", hidden), deviation)
      + linear(prefix + "mlp.out", ("hidden", hidden), ("width", width), inward)
  }

  private func matrix(
    _ name: String, _ rows: (String, Int), _ columns: (String, Int),
    _ start: ParameterSpecification.Start
  ) -> ParameterSpecification {
    ParameterSpecification(
      name: name, shape: Shape([Axis(rows.0, rows.1), Axis(columns.0, columns.1)]), start: start)
  }

  private func linear(
    _ name: String, _ from: (String, Int), _ to: (String, Int), _ deviation: Float
  ) -> [ParameterSpecification] {
    let weight = matrix(name + ".weight", from, to, .normal(deviation))
    guard bias else { return [weight] }
    let offset = ParameterSpecification(
      name: name + ".bias", shape: Shape([Axis(to.0, to.1)]), start: .zeros)
    return [weight, offset]
  }

  private func normParameters(_ name: String) -> [ParameterSpecification] {
    let shape = Shape([Axis("width", width)])
    let weight = ParameterSpecification(name: name + ".weight", shape: shape, start: .ones)
    guard norm == .layerNorm, bias else { return [weight] }
    return [weight, ParameterSpecification(name: name + ".bias", shape: shape, start: .zeros)]
  }
}
