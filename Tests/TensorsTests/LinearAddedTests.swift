import Kernels
import Tensors
import Testing

/// A product added to a stream in one operation has the bits of the product and the sum.
@Suite struct LinearAddedTests {
  private static let random = RandomStream(seed: 6, stream: 0)

  private func drawn(_ sizes: KeyValuePairs<String, Int>, _ step: Int) -> Tensor {
    let shape = Shape(sizes)
    return Tensor(shape, (0..<shape.count).map { Self.random.normal(step: step, element: $0) })
  }

  /// One row, as for one token, and more; with a bias and without; the stream by itself, or x again.
  @Test(arguments: [1, 2, 14], [(true, false), (false, false), (true, true)])
  func givesTheBitsOfTheTwo(rows: Int, how: (hasBias: Bool, isShared: Bool)) {
    let fused = results(rows, how) { tape, inputs, stream in
      inputs.count == 3
        ? tape.apply(.linearAdded, inputs[0], inputs[1], inputs[2], stream)
        : tape.apply(.linearAdded, inputs[0], inputs[1], stream)
    }
    let single = results(rows, how) { tape, inputs, stream in
      let product =
        inputs.count == 3
        ? tape.apply(.linear, inputs[0], inputs[1], inputs[2])
        : tape.apply(.linear, inputs[0], inputs[1])
      return tape.apply(.add, stream, product)
    }
    #expect(fused == single)
    #expect(fused.count == (how.hasBias ? 5 : 4) - (how.isShared ? 1 : 0))
  }

  /// The bits of y and of the gradients of all inputs.
  private func results(
    _ rows: Int, _ how: (hasBias: Bool, isShared: Bool),
    _ apply: (Tape, [Variable], Variable) -> Variable
  ) -> [[UInt32]] {
    let tape = Tape(pool: WorkerPool(threadCount: 2), isRecording: true, keepsNames: false)
    func leaf(_ sizes: KeyValuePairs<String, Int>, _ step: Int) -> Variable {
      tape.leaf(drawn(sizes, step), needsGradient: true)
    }
    let x = leaf(["row": rows, "width": 20], 0)
    var inputs = [x, leaf(["width": 20, "out": 20], 1)]
    if how.hasBias { inputs.append(leaf(["out": 20], 2)) }
    let others = how.isShared ? [] : [leaf(["row": rows, "width": 20], 3)]
    let y = apply(tape, inputs, others.first ?? x)
    tape.backward(from: y, gradient: drawn(["row": rows, "width": 20], 4))
    return [y.tensor.values.map(\.bitPattern)]
      + (inputs + others).compactMap { tape.gradient(of: $0)?.values.map(\.bitPattern) }
  }
}
