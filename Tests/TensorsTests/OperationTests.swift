import Kernels
import Models
import Support
import Tensors
import Testing

/// Every operation against PyTorch's numbers, and its gradient against finite differences.
@Suite struct OperationTests {
  static let fixture = Result { try Fixture.open("ops.safetensors") }

  /// Every case in the fixture, so that none is forgotten.
  static let cases: [String] = {
    let names = (try? fixture.get().names) ?? []
    return Set(names.map { $0.split(separator: "/").prefix(2).joined(separator: "/") }).sorted()
  }()

  @Test func everyOperationHasACase() {
    let names = Set(Self.cases.map { $0.prefix { $0 != "/" } })
    #expect(names.count == 18)
    #expect(Self.cases.count > 30)
  }

  @Test(arguments: cases) func agreesWithPyTorch(_ name: String) throws {
    let fixture = try Self.fixture.get()
    let made = try OperationCase(name, fixture)
    let tape = Tape(pool: WorkerPool(threadCount: 2), isRecording: true, keepsNames: true)
    let leaves = made.inputs.map { tape.leaf($0, needsGradient: true) }
    let output = made.apply(tape, leaves)
    #expect(differences(output.tensor, try fixture.tensor(name + "/out")) == [])

    tape.backward(from: output, gradient: try fixture.tensor(name + "/grad_out"))
    for (leaf, inputName) in zip(leaves, made.names) {
      let found = try #require(tape.gradient(of: leaf), "no gradient of \(inputName)")
      let expected = try fixture.tensor("\(name)/grad/\(inputName)")
      #expect(differences(found, expected) == [], "gradient of \(inputName)")
    }
  }

  @Test(arguments: cases) func gradientMatchesFiniteDifferences(_ name: String) throws {
    let fixture = try Self.fixture.get()
    let made = try OperationCase(name, fixture)
    let cotangent = try fixture.tensor(name + "/grad_out")
    let pool = WorkerPool(threadCount: 1)
    func value(_ inputs: [Tensor]) -> Double {
      let tape = Tape(pool: pool, isRecording: false, keepsNames: false)
      let out = made.apply(tape, inputs.map { tape.leaf($0) }).tensor
      return zip(out.values, cotangent.values).reduce(0) {
        $1.1 == 0 ? $0 : $0 + Double($1.0) * Double($1.1)
      }
    }
    for (position, inputName) in made.names.enumerated() {
      let gradient = try fixture.tensor("\(name)/grad/\(inputName)")
      let input = made.inputs[position]
      for index in stride(from: 0, to: input.count, by: max(1, input.count / 7)) {
        guard input.values[index].isFinite else { continue }
        let step: Float = 1e-2
        var ends: [Double] = []
        for direction in [step, -step] {
          var moved = made.inputs
          moved[position].withMutableElements { $0[index] += direction }
          ends.append(value(moved))
        }
        let slope = (ends[0] - ends[1]) / Double(2 * step)
        let expected = Double(gradient.values[index])
        #expect(
          (slope - expected).magnitude <= 2e-3 + 2e-2 * expected.magnitude,
          "\(inputName)[\(index)]: \(slope) against \(expected)")
      }
    }
  }
}
