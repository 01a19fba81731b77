import Kernels
import Tensors
import Testing

/// What several uses of a variable give is added, in the reverse order of the uses, to the bit; also where an
/// operation adds its own part to the others.
@Suite struct SharedInputTests {
  private static let random = RandomStream(seed: 5, stream: 0)

  private func drawn(_ sizes: KeyValuePairs<String, Int>, _ step: Int) -> Tensor {
    let shape = Shape(sizes)
    return Tensor(shape, (0..<shape.count).map { Self.random.normal(step: step, element: $0) })
  }

  /// Uses of x [2, 7, 20], each with a result of the same shape.
  private func uses(_ tape: Tape) -> [(Variable) -> Variable] {
    let square = tape.leaf(drawn(["width": 20, "out": 20], 1))
    let table = tape.leaf(drawn(["token": 20, "width": 20], 2))
    let weight = tape.leaf(drawn(["width": 20], 3))
    return [
      { tape.apply(.linear, $0, square, weight) },
      { tape.apply(.layerNorm(epsilon: 1e-5), $0, weight, weight) },
      { tape.apply(.gelu, $0) },
      { tape.apply(.rmsNorm(epsilon: 1e-5), $0, weight) },
      { tape.apply(.unembed, $0, table) },
      { tape.apply(.linear, $0, square) },
      { tape.apply(.linearAdded, $0, square, weight, $0) },
    ]
  }

  /// The gradient of x where all of its `used` uses are added.
  private func gradient(used: [Int], keepsNames: Bool) throws -> [Float] {
    let tape = Tape(
      pool: WorkerPool(threadCount: 2), isRecording: true, keepsNames: keepsNames)
    let x = tape.leaf(drawn(["batch": 2, "position": 7, "width": 20], 0), needsGradient: true)
    let uses = uses(tape)
    let results = used.map { uses[$0](x) }
    let total = results.dropFirst().reduce(results[0]) { tape.apply(.add, $0, $1) }
    tape.backward(from: total, gradient: drawn(["batch": 2, "position": 7, "width": 20], 4))
    return try #require(tape.gradient(of: x)).values
  }

  /// x·x, x being both sides: the left gradient is added to what is there, the right one to both.
  @Test func bothSidesOfOneProduct() throws {
    let square = drawn(["width": 20, "out": 20], 5)
    let dy = drawn(["width": 20, "out": 20], 6)
    func gradients(_ isShared: Bool) throws -> [Float] {
      let tape = Tape(pool: WorkerPool(threadCount: 1), isRecording: true, keepsNames: false)
      let x = tape.leaf(square, needsGradient: true)
      let y = isShared ? x : tape.leaf(square, needsGradient: true)
      let product = tape.apply(.linear, x, y)
      tape.backward(from: tape.apply(.add, product, tape.apply(.scale(2), x)), gradient: dy)
      let sum = try #require(tape.gradient(of: x)).values
      return isShared ? sum : zip(sum, try #require(tape.gradient(of: y)).values).map(+)
    }
    #expect(try gradients(true).map(\.bitPattern) == gradients(false).map(\.bitPattern))
  }

  @Test(
    arguments: [[0, 1, 2, 3, 4, 5], [5, 4, 3, 2, 1, 0], [2, 0], [0, 0, 2], [1, 6]], [false, true])
  func contributionsAreAddedLastUseFirst(used: [Int], keepsNames: Bool) throws {
    let parts = try used.reversed().map { try gradient(used: [$0], keepsNames: keepsNames) }
    let expected = parts.dropFirst().reduce(parts[0]) { zip($0, $1).map(+) }
    let found = try gradient(used: used, keepsNames: keepsNames)
    #expect(found.map(\.bitPattern) == expected.map(\.bitPattern))
  }
}
