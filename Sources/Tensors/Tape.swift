import Kernels

/// Performs operations and, if asked, remembers them, so that the gradient of a result can be
/// carried back to everything it was made of.
package final class Tape {
  struct Node {
    let operation: Operation?
    let inputs: [Variable]
    var output: Tensor?
    var saved: [Tensor]
  }

  private let engine: Engine
  /// Whether operations are remembered for `backward`.
  package let isRecording: Bool
  /// Whether named tensors are kept to be looked at, and with them how they were made.
  package let keepsNames: Bool
  /// Called with each tensor that is named, in the order of the computation; what it returns, a
  /// tensor of the same shape, takes that tensor's place from there on.
  private let visit: ((String, Tensor) -> Tensor?)?
  private let stopwatch: Stopwatch?
  private(set) var nodes: [Node] = []
  private(set) var gradients: [Tensor?] = []
  private(set) var leafNames: [(name: String, node: Int?)] = []
  /// Where the gradients of some leaves are gathered, by node.
  private var sums: [Int: GradientSum] = [:]
  private var positionOfName: [String: Int] = [:]
  /// What was named, in the order of the computation.
  package private(set) var named: [(name: String, variable: Variable)] = []

  /// - Parameters:
  ///   - arena: where results lie; give one tape's arena to the next, and nothing is allocated again
  ///   - stopwatch: what times each operation, if anything does
  package init(
    pool: WorkerPool, arena: Arena = Arena(), isRecording: Bool, keepsNames: Bool,
    visit: ((String, Tensor) -> Tensor?)? = nil, stopwatch: Stopwatch? = nil
  ) {
    self.visit = visit
    self.stopwatch = stopwatch
    engine = Engine(pool: pool, arena: arena)
    self.isRecording = isRecording
    self.keepsNames = keepsNames
  }

  /// Brings a tensor into the computation: a constant, or a parameter whose gradient is kept
  /// (`needsGradient`) or gathered in `sum`. The name is one to be asked about; it is not among
  /// `named`, which the computation made.
  package func leaf(
    _ tensor: Tensor, named name: String? = nil, needsGradient: Bool = false,
    sum: GradientSum? = nil
  ) -> Variable {
    let leaf = record(
      operation: nil, inputs: [], output: tensor, saved: [],
      needsGradient: needsGradient || sum != nil)
    if let node = leaf.node { sums[node] = sum }
    if let name, keepsNames { leafNames.append((name, leaf.node)) }
    return leaf
  }

  package func apply(_ operation: Operation, _ inputs: Variable...) -> Variable {
    let tensors = inputs.map(\.tensor)
    let (output, saved) = stopwatch.time(operation.name, flops: operation.flops(tensors)) {
      operation.forward(tensors, on: engine)
    }
    return record(
      operation: operation, inputs: inputs, output: output, saved: saved,
      needsGradient: inputs.contains(where: \.needsGradient))
  }

  /// Gives a tensor its one name, and returns it, or what `visit` puts in its place.
  @discardableResult
  package func name(_ name: String, _ variable: Variable) -> Variable {
    guard keepsNames else { return variable }
    precondition(positionOfName[name] == nil, "two tensors are named \(name)")
    var variable = variable
    if let replacement = visit?(name, variable.tensor) {
      precondition(replacement.shape == variable.tensor.shape, "\(name) changes its shape")
      variable = leaf(replacement)
    }
    positionOfName[name] = named.count
    named.append((name, variable))
    return variable
  }

  package func variable(named name: String) -> Variable? {
    positionOfName[name].map { named[$0].variable }
  }

  /// The gradient that reached a variable in the last `backward`; nil if none did or it was
  /// released.
  package func gradient(of variable: Variable) -> Tensor? {
    guard let node = variable.node else { return nil }
    return gradient(ofNode: node)
  }

  /// What reached a node, in a sum or by itself.
  func gradient(ofNode node: Int) -> Tensor? {
    sums[node]?.tensor ?? (node < gradients.count ? gradients[node] : nil)
  }

  /// Whether a node's gradient is gathered in a sum.
  func isGathered(_ node: Int) -> Bool { sums[node] != nil }

  private func record(
    operation: Operation?, inputs: [Variable], output: Tensor, saved: [Tensor],
    needsGradient: Bool
  ) -> Variable {
    guard isRecording || keepsNames else {
      return Variable(tensor: output, node: nil, needsGradient: false)
    }
    nodes.append(Node(operation: operation, inputs: inputs, output: output, saved: saved))
    return Variable(tensor: output, node: nodes.count - 1, needsGradient: needsGradient)
  }

  /// Carries the gradient of `result` back to the leaves: 1 if it is a single number, else the
  /// `gradient` given, of the result's shape.
  ///
  /// Contributions to one variable are added in the reverse order of its uses. A tape that keeps no
  /// names releases everything but the gradients of leaves on the way.
  package func backward(from result: Variable, gradient: Tensor? = nil) {
    precondition(isRecording, "this tape records nothing")
    guard let last = result.node else { return }
    gradients = [Tensor?](repeating: nil, count: nodes.count)
    precondition(gradient != nil || result.tensor.count == 1, "which gradient?")
    gradients[last] = gradient?.reshaped(result.shape) ?? Tensor(result.shape, [1])
    for index in stride(from: last, through: 0, by: -1) {
      guard let operation = nodes[index].operation else { continue }
      if let dy = gradients[index], let output = nodes[index].output {
        let inputs = nodes[index].inputs
        let tensors = inputs.map(\.tensor)
        let wanted = inputs.indices.map { self.wanted(inputs, $0, of: operation) }
        let parts = stopwatch.time(
          operation.name, .backward, flops: operation.backwardFLOPs(tensors, wanted: wanted)
        ) {
          operation.backward(
            tensors, output: output, saved: nodes[index].saved, dy: dy, wanted: wanted, on: engine)
        }
        for place in inputs.indices where inputs[place].needsGradient {
          accumulate(parts[place], wanted[place], into: inputs[place])
        }
      }
      if !keepsNames {
        gradients[index] = nil
        nodes[index] = Node(operation: nil, inputs: [], output: nil, saved: [])
      }
    }
  }

  private func wanted(_ inputs: [Variable], _ place: Int, of operation: Operation) -> Wanted {
    guard inputs[place].needsGradient, let node = inputs[place].node else { return .nothing }
    if let sum = sums[node] { return .sum(sum) }
    let isAdded = place == 0 && operation.addsToOtherGradients
    return .tensor(addedTo: isAdded ? gradients[node] : nil)
  }

  private func accumulate(_ part: Tensor?, _ wanted: Wanted, into variable: Variable) {
    guard let part, let node = variable.node else { return }
    precondition(sums[node] == nil, "this operation cannot add to a sum")
    if let sum = gradients[node], case .tensor(addedTo: nil) = wanted {
      gradients[node] = Elementwise.add(sum, part, on: engine)
    } else {
      // The others' are in it already, if there are any.
      gradients[node] = part
    }
  }
}
