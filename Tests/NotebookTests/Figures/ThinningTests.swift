import Testing

@testable import Notebook

@Suite struct ThinningTests {
  @Test func fewPointsStay() {
    let points = (0..<20).map { (x: Double($0), y: 1.0) }
    #expect(Thinning.ends(of: points, columns: 10).count == 20)
  }

  @Test func peaksStay() {
    let points = (0..<1000).map { (x: Double($0), y: $0 == 511 ? 9.0 : $0 == 513 ? -9 : 0) }
    let kept = Thinning.ends(of: points, columns: 10)
    #expect(kept.count <= 20)
    #expect(kept.map(\.y).max() == 9 && kept.map(\.y).min() == -9)
    #expect(kept.map(\.x) == kept.map(\.x).sorted())
  }
}
