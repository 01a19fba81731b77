extension Graph {
  /// How an element came about; nil for what is outside of the computation, and for a gradient that
  /// nobody asked for.
  package func explanation(of reference: ElementReference) -> Explanation? {
    let index = reference.index
    switch reference.tensor {
    case .output(let node): return explainOutput(node, index)
    case .gradient(let node):
      return nodes[node].gradient == nil ? nil : Explanation(explainGradient(node, index))
    case .contribution(let consumer, let input):
      return Explanation(explainContribution(Use(consumer: consumer, input: input), index))
    case .intermediate(let node, let intermediate):
      guard let operation = nodes[node].operation else { return nil }
      return Explanation(operation.why(intermediate, Place(graph: self, node: node), index))
    case .named: return nil
    }
  }

  /// The number itself, as the engine has it, or for what it keeps for nobody, as explained.
  package func value(of reference: ElementReference) -> Float? {
    switch reference.tensor {
    case .output(let node): nodes[node].output[reference.index]
    case .gradient(let node): nodes[node].gradient?[reference.index]
    case .contribution, .intermediate, .named: explanation(of: reference)?.value
    }
  }

  private func explainOutput(_ node: Int, _ index: [Int]) -> Explanation {
    guard let operation = nodes[node].operation else {
      return Explanation(leaf: nodes[node].output[index])
    }
    let place = Place(graph: self, node: node)
    guard let source = operation.moved(from: index, at: place) else {
      return Explanation(operation.why(place, index))
    }
    let origin = nodes[node].inputs[0]
    guard nodes[origin].name == nil else {
      return Explanation([Explanation.Step(place.input(0, "x", source))])
    }
    return explainOutput(origin, source)
  }

  /// Where the number at `index` of a node comes from, when operations without a name only moved it.
  func origin(of node: Int, _ index: [Int]) -> ElementReference {
    guard nodes[node].name == nil, let operation = nodes[node].operation,
      let source = operation.moved(from: index, at: Place(graph: self, node: node))
    else { return ElementReference(.output(node), index) }
    return origin(of: nodes[node].inputs[0], source)
  }
}

extension Graph {
  private func explainGradient(_ node: Int, _ index: [Int]) -> [Explanation.Step] {
    let uses = gradientUses(of: node)
    guard let first = uses.first else {
      return [
        Explanation.Step(
          .constant(nil, nodes[node].gradient?[index] ?? 0),
          remark: "where the backward pass begins: a number grows exactly as fast as itself")
      ]
    }
    guard uses.count > 1 else { return explainContribution(first, index) }
    if nodes[node].isGathered { return [gathered(uses, index)] }
    let parts = uses.enumerated().map { position, use in
      contribution(of: use, index, "g\(position + 1)")
    }
    return [
      Explanation.Step(
        parts.dropFirst().reduce(parts[0]) { .plus($0, $1) },
        remark: "one gradient for each use, the last use first")
    ]
  }

  /// One chain through all uses, those last that look rows up in a table.
  private func gathered(_ uses: [Use], _ index: [Int]) -> Explanation.Step {
    let (lookups, products) = (uses.filter(isLookup), uses.filter { !isLookup($0) })
    let parts = (products + lookups).flatMap { use in
      explainContribution(use, index).flatMap(\.formula.sums).flatMap(\.parts)
    }
    return Explanation.Step(.sum(Sum(.chain, parts: parts)))
  }

  private func isLookup(_ use: Use) -> Bool {
    if case .embedding = nodes[use.consumer].operation { true } else { false }
  }

  /// What one use adds to the gradient.
  private func explainContribution(_ use: Use, _ index: [Int]) -> [Explanation.Step] {
    let place = Place(graph: self, node: use.consumer)
    guard let operation = nodes[use.consumer].operation else { return [] }
    guard let target = operation.passed(from: index, input: use.input, at: place) else {
      return operation.whyGradient(of: use.input, place, index)
    }
    let end = gradientOrigin(of: use.consumer, target)
    if case .gradient(let node) = end.tensor, nodes[node].name == nil {
      return explainGradient(node, end.index)
    }
    return [Explanation.Step(place.slope(target), remark: "passed on unchanged")]
  }

  private func contribution(of use: Use, _ index: [Int], _ symbol: String) -> Formula {
    let place = Place(graph: self, node: use.consumer)
    let target = nodes[use.consumer].operation?.passed(from: index, input: use.input, at: place)
    let reference =
      target.map { gradientOrigin(of: use.consumer, $0) }
      ?? ElementReference(.contribution(consumer: use.consumer, input: use.input), index)
    return .element(
      Element(symbol, reference, Explanation(explainContribution(use, index)).value))
  }

  /// Where the gradient at `index` of a node without a name comes from, when it was only passed on.
  func gradientOrigin(of node: Int, _ index: [Int]) -> ElementReference {
    let uses = gradientUses(of: node)
    guard nodes[node].name == nil, uses.count == 1,
      let target = nodes[uses[0].consumer].operation?.passed(
        from: index, input: uses[0].input, at: Place(graph: self, node: uses[0].consumer))
    else { return ElementReference(.gradient(node), index) }
    return gradientOrigin(of: uses[0].consumer, target)
  }
}
