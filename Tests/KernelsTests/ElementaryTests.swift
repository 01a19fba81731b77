import Foundation
import Kernels
import Testing

/// Our exp, log and tanh against double precision, over a dense sweep of floats, and what IEEE-754
/// says of special values.
@Suite struct ElementaryTests {
  typealias Kernel = (Int, UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void

  /// The largest error in units in the last place of the exact result.
  private func largestError(
    _ inputs: [Float], _ kernel: Kernel, exact: (Double) -> Double
  ) -> Double {
    var outputs = [Float](repeating: 0, count: inputs.count)
    inputs.withUnsafeBufferPointer { x in
      outputs.withUnsafeMutableBufferPointer {
        kernel(inputs.count, x.baseAddress!, $0.baseAddress!)
      }
    }
    return zip(inputs, outputs).reduce(0) { worst, pair in
      let expected = exact(Double(pair.0))
      let unit = Double(max(Float(expected).ulp, Float.leastNonzeroMagnitude))
      return max(worst, (Double(pair.1) - expected).magnitude / unit)
    }
  }

  /// Every 997th float between two positive bounds, and their negatives if asked.
  private func floats(_ range: ClosedRange<Float>, negatives: Bool) -> [Float] {
    let positive = stride(
      from: range.lowerBound.bitPattern, through: range.upperBound.bitPattern, by: 997
    ).map { Float(bitPattern: $0) }
    return negatives ? positive + positive.map { -$0 } : positive
  }

  @Test func expIsWithinTwoUnits() {
    let error = largestError(
      floats(1e-8...88.7, negatives: true), { Pointwise.exp($0, $1, into: $2) },
      exact: { Foundation.exp($0) })
    #expect(error <= 2, "\(error) ulp")
  }

  @Test func logIsWithinTwoUnits() {
    let all = floats(Float.leastNonzeroMagnitude...Float.greatestFiniteMagnitude, negatives: false)
    let error = largestError(
      all, { Pointwise.log($0, $1, into: $2) }, exact: { Foundation.log($0) })
    #expect(error <= 2, "\(error) ulp")
  }

  @Test func tanhIsWithinTwoUnits() {
    let error = largestError(
      floats(1e-8...20, negatives: true), { Pointwise.tanh($0, $1, into: $2) },
      exact: { Foundation.tanh($0) })
    #expect(error <= 2, "\(error) ulp")
  }

  @Test func specialValues() {
    let inputs: [Float] = [0, -0.0, .infinity, -.infinity, .nan, 1000, -1000]
    func apply(_ kernel: Kernel) -> [Float] {
      var outputs = [Float](repeating: 7, count: inputs.count)
      inputs.withUnsafeBufferPointer { x in
        outputs.withUnsafeMutableBufferPointer {
          kernel(inputs.count, x.baseAddress!, $0.baseAddress!)
        }
      }
      return outputs
    }
    let exp = apply { Pointwise.exp($0, $1, into: $2) }
    #expect(exp[0] == 1 && exp[1] == 1 && exp[2] == .infinity && exp[3] == 0 && exp[4].isNaN)
    #expect(exp[5] == .infinity && exp[6] == 0)
    let log = apply { Pointwise.log($0, $1, into: $2) }
    #expect(log[0] == -.infinity && log[1] == -.infinity && log[2] == .infinity)
    #expect(log[3].isNaN && log[4].isNaN && log[6].isNaN)
    let tanh = apply { Pointwise.tanh($0, $1, into: $2) }
    #expect(tanh[0] == 0 && tanh[1].sign == .minus && tanh[2] == 1 && tanh[3] == -1)
    #expect(tanh[4].isNaN && tanh[5] == 1 && tanh[6] == -1)
  }

  @Test func sinesLogarithmsAndPowersForTables() {
    for step in 0..<20_000 {
      let x = Double(step) * 0.37 - 3000
      let (sine, cosine) = Trigonometry.sineAndCosine(x)
      #expect((Double(sine) - Foundation.sin(x)).magnitude <= 6.0e-8)
      #expect((Double(cosine) - Foundation.cos(x)).magnitude <= 6.0e-8)
    }
    for step in 1..<5_000 {
      let x = Double(step) * 0.13
      #expect((Trigonometry.logarithm(x) - Foundation.log(x)).magnitude <= 1e-14)
      let power = Trigonometry.exponential(x / 10)
      #expect((power / Foundation.exp(x / 10) - 1).magnitude <= 1e-14)
    }
  }
}
