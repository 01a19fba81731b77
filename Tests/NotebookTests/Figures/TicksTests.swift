import Testing

@testable import Notebook

@Suite struct TicksTests {
  @Test func roundNumbers() {
    #expect(Ticks.values(from: 0, to: 10, about: 5) == [0, 2, 4, 6, 8, 10])
    #expect(Ticks.values(from: 0.3, to: 2.9, about: 5) == [1, 2])
    #expect(Ticks.values(from: -3, to: 0.5, about: 5) == [-3, -2, -1, 0])
    #expect(Ticks.values(from: 1, to: 700, about: 6) == [200, 400, 600])
  }

  @Test func rangesWithoutRoundNumbers() {
    let ends = (1.0, 1.0.nextUp)
    #expect(Ticks.values(from: ends.0, to: ends.1, about: 5) == [ends.0, ends.1])
    let huge = Ticks.values(from: -1e308, to: 1e308, about: 5)
    #expect(huge.allSatisfy { $0.isFinite })
  }
}
