import Testing

@testable import Notebook

/// The step from which a property holds for good is found with few looks.
@Suite struct BisectionTests {
  @Test(arguments: [1, 2, 3, 10, 61, 1000]) func everyStepIsFound(count: Int) {
    for first in stride(from: 1, through: count, by: max(1, count / 37)) {
      var looks = 0
      let bisection = Bisection(1...count) { step in
        looks += 1
        return step >= first
      }
      #expect(bisection.step == first)
      #expect(bisection.relapse == nil)
      #expect(looks == bisection.looks.count)
      #expect(Double(looks) <= 2 * Double.log2(Double(count)) + 3)
    }
  }

  @Test func whatNeverHoldsHasNoStep() {
    let bisection = Bisection(0...100) { _ in false }
    #expect(bisection.step == nil)
    #expect(bisection.looks.last == Bisection.Look(step: 100, holds: false))
  }

  @Test func aRelapseIsSeen() {
    let bisection = Bisection(0...64) { (20...30).contains($0) || $0 >= 50 }
    #expect(bisection.step == 50)
    #expect(bisection.relapse?.held == 21)
    #expect(bisection.relapse?.lost == 32)
  }
}

extension Double {
  fileprivate static func log2(_ value: Double) -> Double {
    value.exponent.magnitude == 0 ? 0 : Double(value.exponent) + 1
  }
}
