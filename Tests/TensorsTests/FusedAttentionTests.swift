import Kernels
import Tensors
import Testing

@Suite struct FusedAttentionTests {
  private static let heads = 4
  private static let size = 32
  private let pool = WorkerPool(threadCount: 2)

  /// One block of queries and several, whole and not, with keys of their own and shared ones.
  @Test(arguments: [5, 64, 75, 130, 260, 330], [1, 2, 4])
  func givesTheBitsOfTheSingleOperations(time: Int, keyHeads: Int) {
    let plan = AttentionPlan(heads: Self.heads, keyHeads: keyHeads, rotary: nil)
    let fused = results(time, keyHeads) { $0.apply(.attention(plan), $1, $2, $3) }
    let single = results(time, keyHeads) { tape, q, k, v in
      let q = tape.apply(.splitHeads(Self.heads), q)
      let k = tape.apply(.splitHeads(keyHeads), k)
      let v = tape.apply(.splitHeads(keyHeads), v)
      let pattern = tape.apply(.softmax, tape.apply(.attentionScores, q, k))
      return tape.apply(.mergeHeads, tape.apply(.weightedValues, pattern, v))
    }
    for (name, one) in fused { #expect(one == single[name], "\(name)") }
    #expect(fused.count == 4)
  }

  /// The bits of z and of the gradients of q, k and v.
  private func results(
    _ time: Int, _ keyHeads: Int, _ attend: (Tape, Variable, Variable, Variable) -> Variable
  ) -> [String: [UInt32]] {
    let tape = Tape(pool: pool, isRecording: true, keepsNames: false)
    let inputs = [Self.heads, keyHeads, keyHeads].enumerated().map { stream, heads in
      tape.leaf(drawn(time, heads, stream), needsGradient: true)
    }
    let z = attend(tape, inputs[0], inputs[1], inputs[2])
    tape.backward(from: z, gradient: drawn(time, Self.heads, 3))
    var results = ["z": z.tensor.values.map(\.bitPattern)]
    for (name, input) in zip(["dq", "dk", "dv"], inputs) {
      results[name] = tape.gradient(of: input)?.values.map(\.bitPattern)
    }
    return results
  }

  /// Two sequences.
  private func drawn(_ time: Int, _ heads: Int, _ stream: Int) -> Tensor {
    let shape = Shape(["batch": 2, "position": time, "width": heads * Self.size])
    let random = RandomStream(seed: 5, stream: UInt32(stream))
    return Tensor(shape, (0..<shape.count).map { random.normal(step: 0, element: $0) })
  }
}
