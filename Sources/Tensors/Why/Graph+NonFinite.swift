extension Graph {
  /// The first named tensor, in the order of the computation, that holds a number that is not
  /// finite, leaves before what was computed; nil if all are finite.
  package func firstNonFinite() -> NonFinite? {
    let named = nodes.indices.filter { nodes[$0].name != nil }
    let leaves = named.filter { nodes[$0].operation == nil }
    let computed = named.filter { nodes[$0].operation != nil }
    for node in leaves + computed {
      guard let index = firstNonFinite(at: node) else { continue }
      return NonFinite(
        name: label(of: .output(node)), index: index, value: nodes[node].output[index],
        origin: origin(of: node))
    }
    return nil
  }

  /// The first named tensor, in the reverse order of the computation, whose gradient is not finite.
  package func firstNonFiniteGradient() -> NonFinite? {
    for node in nodes.indices.reversed() where nodes[node].name != nil {
      guard let gradient = nodes[node].gradient, let index = gradient.firstNonFinite() else {
        continue
      }
      return NonFinite(
        name: label(of: .gradient(node)), index: index, value: gradient[index],
        origin: gradientOrigin(of: node))
    }
    return nil
  }

  private func firstNonFinite(at node: Int) -> [Int]? {
    let (operation, output) = (nodes[node].operation, nodes[node].output)
    return output.firstNonFinite { operation?.hides($0, of: output.shape) ?? false }
  }

  /// Between a named tensor and its named sources there may be others; the earliest of them that is
  /// not finite is to blame.
  private func origin(of node: Int) -> String? {
    guard let operation = nodes[node].operation else { return nil }
    let inputs = nodes[node].inputs
    let between = inputs.filter { nodes[$0].name == nil && nodes[$0].operation != nil }
    if let culprit = between.filter({ firstNonFinite(at: $0) != nil }).min() {
      return origin(of: culprit)
    }
    return "made by \(operation.name) from "
      + inputs.map { label(of: .output($0)) }.joinedAsWords
  }

  /// The same downstream: the latest gradient on the way that is not finite is to blame.
  private func gradientOrigin(of node: Int) -> String? {
    let consumers = gradientUses(of: node).map(\.consumer)
    let between = consumers.filter { nodes[$0].name == nil }
    if let culprit = between.filter({ nodes[$0].gradient?.firstNonFinite() != nil }).max() {
      return gradientOrigin(of: culprit)
    }
    guard !consumers.isEmpty else { return nil }
    var operations: [String] = []
    for name in consumers.compactMap({ nodes[$0].operation?.name }) where !operations.contains(name)
    { operations.append(name) }
    return "made by the backward of \(operations.joinedAsWords) from "
      + consumers.flatMap { namedGradients(at: $0) }.joinedAsWords
  }

  /// The gradient of a node, or where it has no name those that it was made of.
  private func namedGradients(at node: Int) -> [String] {
    nodes[node].name == nil
      ? gradientUses(of: node).flatMap { namedGradients(at: $0.consumer) }
      : [label(of: .gradient(node))]
  }
}

extension Operation {
  /// Whether −∞ at an index of the result is meant: a key that its query may not see.
  fileprivate func hides(_ index: [Int], of shape: Shape) -> Bool {
    guard case .attentionScores = self else { return false }
    let (query, key) = (index[2], index[3])
    return key > shape.sizes[3] - shape.sizes[2] + query
  }
}

extension [String] {
  /// `a`, `a and b`, `a, b and c`.
  fileprivate var joinedAsWords: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}
