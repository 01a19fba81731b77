import Kernels
import Tensors
import Testing

/// The operations that PyTorch's numbers cannot judge: dropout, which draws its own, and scaling.
@Suite struct DropoutTests {
  private let pool = WorkerPool(threadCount: 2)
  private let ones = Tensor(
    Shape(["row": 101, "column": 97]), [Float](repeating: 1, count: 101 * 97))

  private func dropped(rate: Float = 0.25, step: Int = 1, site: Int = 1) -> (Tensor, Tensor?) {
    let tape = Tape(pool: pool, isRecording: true, keepsNames: true)
    let x = tape.leaf(ones, needsGradient: true)
    let address = DropoutAddress(
      stream: RandomStream(seed: 5, stream: 4), step: step, site: site)
    let y = tape.apply(.dropout(rate: rate, address: address), x)
    tape.backward(from: y, gradient: ones)
    return (y.tensor, tape.gradient(of: x))
  }

  @Test func keepsTheMeanAndDropsTheShare() {
    let values = dropped().0.values
    let zeros = values.count { $0 == 0 }
    #expect((Double(zeros) / Double(values.count) - 0.25).magnitude < 0.02)
    #expect(values.allSatisfy { $0 == 0 || ($0 - 1 / 0.75).magnitude < 1e-6 })
  }

  @Test func theGradientPassesWhereTheValuePassed() throws {
    let (y, dx) = dropped()
    #expect(try #require(dx).values == y.values)
  }

  @Test func theAddressDecides() {
    #expect(dropped().0.fingerprint == dropped().0.fingerprint)
    #expect(dropped().0.fingerprint != dropped(step: 2).0.fingerprint)
    #expect(dropped().0.fingerprint != dropped(site: 2).0.fingerprint)
  }

  @Test func scalingScalesBothWays() throws {
    let tape = Tape(pool: pool, isRecording: true, keepsNames: true)
    let x = tape.leaf(ones, needsGradient: true)
    let y = tape.apply(.scale(2.5), x)
    tape.backward(from: y, gradient: ones)
    #expect(y.tensor.values.allSatisfy { $0 == 2.5 })
    #expect(try #require(tape.gradient(of: x)).values.allSatisfy { $0 == 2.5 })
  }
}
