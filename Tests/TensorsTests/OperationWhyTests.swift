import Kernels
import Models
import Support
import Tensors
import Testing

/// Every operation explained, and the gradient of each of its inputs: the values of the explanations
/// have the engine's bits.
@Suite struct OperationWhyTests {
  @Test(arguments: OperationTests.cases) func explanationsGiveTheEnginesBits(_ name: String) throws
  {
    let fixture = try OperationTests.fixture.get()
    let made = try OperationCase(name, fixture)
    let tape = Tape(pool: WorkerPool(threadCount: 1), isRecording: true, keepsNames: true)
    let leaves = zip(made.names, made.inputs).map {
      tape.leaf($1, named: $0, needsGradient: true)
    }
    let output = tape.name("out", made.apply(tape, leaves))
    tape.backward(from: output, gradient: try fixture.tensor(name + "/grad_out"))
    let graph = tape.graph
    #expect(mismatches(graph, try #require(graph.key(of: "out"))) == [])
    for input in made.names {
      #expect(mismatches(graph, try #require(graph.gradientKey(of: input))) == [], "\(input)")
    }
  }

  /// Places where an explanation's value is not the engine's, at most about 200 of them looked at.
  private func mismatches(_ graph: Graph, _ key: TensorKey) -> [String] {
    guard let tensor = graph.tensor(key) else { return ["no such tensor"] }
    return stride(from: 0, to: tensor.count, by: max(1, tensor.count / 200)).compactMap { offset in
      let index = tensor.shape.index(at: offset)
      let found = graph.explanation(of: ElementReference(key, index))?.value
      let expected = tensor[index]
      guard found?.bitPattern != expected.bitPattern else { return nil }
      return "\(index): \(found.map { "\($0)" } ?? "none") instead of \(expected)"
    }
  }
}
