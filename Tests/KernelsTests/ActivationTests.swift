import Foundation
import Kernels
import Testing

/// GELU, SiLU and their derivatives against double precision.
@Suite struct ActivationTests {
  private static func sigmoid(_ x: Double) -> Double { 1 / (1 + Foundation.exp(-x)) }

  /// 2u of GELU's approximation, and its derivative.
  private static func geluArgument(_ x: Double) -> (value: Double, slope: Double) {
    let root = 2 * (2 / Double.pi).squareRoot()
    return (root * (x + 0.044715 * x * x * x), root * (1 + 3 * 0.044715 * x * x))
  }

  private static func gelu(_ x: Double) -> Double { x * sigmoid(geluArgument(x).value) }

  private static func geluSlope(_ x: Double) -> Double {
    let (value, slope) = geluArgument(x)
    return sigmoid(value) * (1 + x * slope * sigmoid(-value))
  }

  private static func silu(_ x: Double) -> Double { x * sigmoid(x) }

  private static func siluSlope(_ x: Double) -> Double { sigmoid(x) * (1 + x * sigmoid(-x)) }

  /// Derivatives are what the backward kernels give for `dy` = 1.
  private static let functions = [
    ElementaryFunction(
      name: "gelu", kernel: { Activation.gelu($0, $1, into: $2) }, exact: gelu, borders: []),
    ElementaryFunction(
      name: "silu", kernel: { Activation.silu($0, $1, into: $2) }, exact: silu, borders: []),
    ElementaryFunction(
      name: "gelu′",
      kernel: {
        Activation.geluBackward($0, x: $1, dy: [Float](repeating: 1, count: $0), into: $2)
      },
      exact: geluSlope, borders: []),
    ElementaryFunction(
      name: "silu′",
      kernel: {
        Activation.siluBackward($0, x: $1, dy: [Float](repeating: 1, count: $0), into: $2)
      },
      exact: siluSlope, borders: []),
  ]

  /// PyTorch's float32 GELU is off by 1.2·10⁻⁵ of its value at −3.
  @Test func areCloseEverywhereThatCounts() {
    let x = stride(from: Float(-100), through: 100, by: 0.0007).map { $0 }
    for function in Self.functions {
      for (x, found) in zip(x, function(x)) {
        let exact = function.exact(Double(x))
        let error = (Double(found) - exact).magnitude
        let isClose = error <= max(Double(Float(exact).ulp), 1.2e-7)
        #expect(isClose, "\(function.name) at \(x): \(found), not \(exact)")
      }
    }
  }

  @Test func extremesAreFinite() {
    let x: [Float] = [0, -0.0, .infinity, -.infinity, 1e30, -1e30, .nan, 0x1p-130]
    for function in Self.functions[..<2] {
      let y = function(x)
      #expect(y[0].bitPattern == 0 && y[1].bitPattern == Float(-0.0).bitPattern)
      #expect(y[2] == .infinity && y[4] == 1e30 && y[6].isNaN && y[7] == 0x1p-131)
      #expect(y[3] <= 0 && y[3] > -1e-35 && y[5] == y[3])
    }
    for function in Self.functions[2...] {
      let slope = function(x)
      #expect(slope[0] == 0.5 && slope[1] == 0.5 && slope[2] == 1 && slope[4] == 1)
      #expect(slope[3].magnitude < 1e-35 && slope[5].magnitude < 1e-35 && slope[6].isNaN)
    }
  }
}
