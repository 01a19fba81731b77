/// One operation of a computation, as its explanations see it: its inputs, its output, and the
/// gradient that came to it.
struct Place {
  let graph: Graph
  let node: Int

  private var inputs: [Int] { graph.nodes[node].inputs }
  var inputCount: Int { inputs.count }
  var output: Tensor { graph.nodes[node].output }

  func input(_ position: Int) -> Tensor { graph.nodes[inputs[position]].output }

  /// An element of an input. A tensor that was only moved is looked up where it came from.
  func input(_ position: Int, _ symbol: String, _ index: [Int]) -> Formula {
    let source = graph.origin(of: inputs[position], index)
    return .element(Element(symbol, source, input(position)[index]))
  }

  /// An element of the output.
  func output(_ symbol: String, _ index: [Int]) -> Formula {
    .element(Element(symbol, ElementReference(.output(node), index), output[index]))
  }

  /// An element of the output's gradient. One that was only passed on is looked up there.
  func slope(_ index: [Int]) -> Formula {
    guard let gradient = graph.nodes[node].gradient else {
      preconditionFailure("no gradient came to node \(node)")
    }
    return .element(
      Element("dy", graph.gradientOrigin(of: node, index), gradient[index]))
  }

  /// A number that the operation worked out on the way.
  func intermediate(_ which: Intermediate, _ symbol: String, _ index: [Int], _ value: Float)
    -> Formula
  {
    .element(
      Element(symbol, ElementReference(.intermediate(node, which), index), value))
  }
}

extension Shape {
  /// The index of every row along the last axis, in order.
  var rowIndices: [[Int]] {
    let rows = Shape(axes.dropLast())
    return (0..<rows.count).map { rows.index(at: $0) }
  }
}

extension [Int] {
  /// The index of the row that an element lies in, and its place in the row.
  var rowAndColumn: (row: [Int], column: Int) { (Array(dropLast()), self[count - 1]) }
}
