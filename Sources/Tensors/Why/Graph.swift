/// A computation that a tape remembered: which operation made which tensor from which, the names,
/// and after a backward pass the gradients. A value, to be asked about as long as it is kept.
package struct Graph: Sendable {
  struct Node: Sendable {
    /// nil for a leaf.
    let operation: Operation?
    /// The nodes that it reads.
    let inputs: [Int]
    let output: Tensor
    let gradient: Tensor?
    /// Whether its gradient is one chain through all of its uses, rather than a sum of theirs.
    let isGathered: Bool
    /// Its first name, if it has one.
    let name: String?
  }

  /// One reading of a tensor.
  struct Use: Hashable, Sendable {
    let consumer: Int
    let input: Int
  }

  let nodes: [Node]
  private let uses: [[Use]]
  private let nodeOfName: [String: Int]

  /// - Parameter names: all names, several for one node if it has several
  init(nodes: [Node], names: [(name: String, node: Int)]) {
    self.nodes = nodes
    nodeOfName = Dictionary(uniqueKeysWithValues: names.map { ($0.name, $0.node) })
    var uses = [[Use]](repeating: [], count: nodes.count)
    for (consumer, node) in nodes.enumerated() {
      for (input, source) in node.inputs.enumerated() {
        uses[source].append(Use(consumer: consumer, input: input))
      }
    }
    self.uses = uses
  }

  /// The uses through which a gradient came to a node, in the order in which they were added: the
  /// last use first.
  func gradientUses(of node: Int) -> [Use] {
    uses[node].filter { nodes[$0.consumer].gradient != nil }
      .sorted { ($1.consumer, $0.input) < ($0.consumer, $1.input) }
  }

  /// The tensor of that name, a leaf's included.
  package subscript(name: String) -> Tensor? { nodeOfName[name].map { nodes[$0].output } }

  /// The gradient of a named tensor, if one reached it.
  package func gradient(of name: String) -> Tensor? {
    nodeOfName[name].flatMap { nodes[$0].gradient }
  }

  /// The key of a named tensor, or of its gradient if it has one.
  package func key(of name: String) -> TensorKey? { nodeOfName[name].map { .output($0) } }
  package func gradientKey(of name: String) -> TensorKey? {
    nodeOfName[name].flatMap { nodes[$0].gradient == nil ? nil : .gradient($0) }
  }

  /// What a node computed, or its gradient; nil for everything else.
  package func tensor(_ key: TensorKey) -> Tensor? {
    switch key {
    case .output(let node): nodes[node].output
    case .gradient(let node): nodes[node].gradient
    case .contribution, .intermediate, .named: nil
    }
  }

  /// The name of a leaf; nil for what was computed.
  package func leafName(of key: TensorKey) -> String? {
    guard case .output(let node) = key, nodes[node].operation == nil else { return nil }
    return nodes[node].name
  }

  /// The axes of a tensor; nil for what is outside of the computation.
  package func shape(of key: TensorKey) -> Shape? {
    switch key {
    case .output(let node), .gradient(let node): nodes[node].output.shape
    case .contribution(let consumer, let input):
      nodes[nodes[consumer].inputs[input]].output.shape
    case .intermediate(let node, let intermediate):
      switch intermediate {
      case .normalized: nodes[node].output.shape
      case .inverseDeviation, .positionLoss:
        Shape(nodes[nodes[node].inputs[0]].output.shape.axes.dropLast())
      }
    case .named: nil
    }
  }
}

extension Tape {
  /// What was computed, as it can be asked about. The tape must keep names.
  package var graph: Graph {
    precondition(keepsNames, "this tape keeps no names")
    let names = leafNames + named.map { ($0.name, $0.variable.node) }
    let numbered = names.compactMap { name, node in node.map { (name: name, node: $0) } }
    var firstNames = [String?](repeating: nil, count: nodes.count)
    for (name, node) in numbered where firstNames[node] == nil { firstNames[node] = name }
    let kept = nodes.enumerated().map { index, node in
      guard let output = node.output else { preconditionFailure("a named pass releases nothing") }
      return Graph.Node(
        operation: node.operation, inputs: node.inputs.compactMap(\.node), output: output,
        gradient: gradient(ofNode: index), isGathered: isGathered(index),
        name: firstNames[index])
    }
    return Graph(nodes: kept, names: numbered)
  }
}
