import Testing

@testable import Notebook

@Suite struct GrowthTests {
  @Test(arguments: [0, 1, 2, 3]) func thePowerOfExactGrowthIsFound(power: Int) {
    let exponent = Double(power)
    let points = [1.0, 2, 4, 8].map { x in
      (x, 3 * (0..<power).reduce(1) { y, _ in y * x })
    }
    #expect(abs(PowerLaw.exponent(of: points) - exponent) < 1e-12)
  }

  @Test func scatterAroundALineOfLeastSquares() {
    // ln y is 0, 1, 1 at ln x = 0, 1, 2: the slope is (−1·0 + 0·1 + 1·1) / 2.
    let e = 2.718281828459045
    let points = [(1, 1), (e, e), (e * e, e)]
    #expect(abs(PowerLaw.exponent(of: points) - 0.5) < 1e-12)
  }

  @Test func oneSizeChangesAndTheRestStays() throws {
    for row in BenchRow.allCases {
      guard let growth = row.growth else { continue }
      #expect(growth.sizes.count >= 4)
      for size in growth.sizes { try growth.shape(size).configuration.validate() }
    }
    let growth = try #require(BenchRow.width.growth)
    #expect(growth.shape(256).width == 256)
    #expect(growth.shape(256).layers == Growth.usual.layers)
    #expect(growth.shape(256).configuration.headSize == growth.shape(64).configuration.headSize)
  }
}
