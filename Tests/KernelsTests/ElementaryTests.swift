import Foundation
import Kernels
import Testing

/// Our exp, log, tanh, erf, sin and cos against double precision.
@Suite struct ElementaryTests {
  private static let tryEveryFloat =
    ProcessInfo.processInfo.environment["GLASSBOX_EXHAUSTIVE"] != nil

  @Test(arguments: ElementaryFunction.all)
  func isWithinTwoUnitsOverASample(_ function: ElementaryFunction) {
    let sample = function.largestError(every: 1009, pool: WorkerPool(threadCount: 2))
    #expect(sample.ulp <= 2, "\(sample)")
  }

  @Test(arguments: ElementaryFunction.all)
  func isWithinTwoUnitsAtItsBorders(_ function: ElementaryFunction) {
    for border in function.borders {
      let first = border.magnitude.bitPattern - 2000
      let around = (first..<first + 4000).map { Float(bitPattern: $0) }
      let error = function.largestError(around + around.map { -$0 })
      #expect(error.ulp <= 2, "\(error)")
    }
  }

  @Test(
    .enabled(
      if: tryEveryFloat, "trying all 2³² floats takes a quarter of an hour: make test-elementary"),
    arguments: ElementaryFunction.all)
  func isWithinTwoUnitsForEveryFloat(_ function: ElementaryFunction) {
    let worst = function.largestError(every: 1, pool: WorkerPool(threadCount: 2))
    print("\(function.name): at most \(worst)")
    #expect(worst.ulp <= 2, "\(worst)")
  }

  /// What C99 says in Annex F: (function, argument, result).
  static let specialValues: [(String, Float, Float)] = [
    ("exp", 0, 1), ("exp", -0.0, 1), ("exp", .infinity, .infinity), ("exp", -.infinity, 0),
    ("exp", 1000, .infinity), ("exp", -1000, 0), ("exp", .leastNonzeroMagnitude, 1),
    ("exp", -103.9, .leastNonzeroMagnitude), ("exp", .nan, .nan),
    ("log", 0, -.infinity), ("log", -0.0, -.infinity), ("log", 1, 0), ("log", .infinity, .infinity),
    ("log", -1, .nan), ("log", -.leastNonzeroMagnitude, .nan), ("log", -.infinity, .nan),
    ("log", .leastNonzeroMagnitude, -103.27893), ("log", .nan, .nan),
    ("tanh", 0, 0), ("tanh", -0.0, -0.0), ("tanh", .infinity, 1), ("tanh", -.infinity, -1),
    ("tanh", .leastNonzeroMagnitude, .leastNonzeroMagnitude), ("tanh", 1e30, 1),
    ("tanh", -.leastNonzeroMagnitude, -.leastNonzeroMagnitude), ("tanh", .nan, .nan),
    ("erf", 0, 0), ("erf", -0.0, -0.0), ("erf", .infinity, 1), ("erf", -.infinity, -1),
    ("erf", .leastNonzeroMagnitude, .leastNonzeroMagnitude), ("erf", -1e30, -1),
    ("erf", -.leastNonzeroMagnitude, -.leastNonzeroMagnitude), ("erf", .nan, .nan),
    ("sin", 0, 0), ("sin", -0.0, -0.0), ("sin", .infinity, .nan), ("sin", -.infinity, .nan),
    ("sin", .leastNonzeroMagnitude, .leastNonzeroMagnitude), ("sin", .nan, .nan),
    ("cos", 0, 1), ("cos", -0.0, 1), ("cos", .infinity, .nan), ("cos", -.infinity, .nan),
    ("cos", .leastNonzeroMagnitude, 1), ("cos", .nan, .nan),
  ]

  @Test(arguments: specialValues) func specialValue(_ name: String, _ x: Float, _ result: Float)
    throws
  {
    let function = try #require(ElementaryFunction.all.first { $0.name == name })
    // Nine: a whole group of lanes, and a part of one.
    for found in function([Float](repeating: x, count: 9)) {
      let isRight = result.isNaN ? found.isNaN : found.bitPattern == result.bitPattern
      #expect(isRight, "\(name) \(x) is \(found), not \(result)")
    }
  }

  /// Softmax and the activations use shorter forms of exp, which must not differ in a bit.
  @Test func shorterFormsOfExpGiveItsBits() {
    let x = stride(from: Float(0), through: 110, by: 0.0137).map { -$0 }
    let exponentials = ElementaryFunction.all[0](x)
    for (x, e) in zip(x, exponentials) {
      var pair: [Float] = [0, 0]
      Softmax.forward(rows: 0..<1, size: 2, [0, x], into: &pair)
      #expect(pair[1].bitPattern == (e / (1 + e)).bitPattern, "e^\(x)")
      guard x >= -87 else { continue }
      var silu: Float = 0
      Activation.silu(1, [x], into: &silu)
      #expect(silu.bitPattern == (x * (e / (1 + e))).bitPattern, "e^\(x)")
    }
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
