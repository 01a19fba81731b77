import Testing

@testable import Text

@Suite struct SplitStageTests {
  private func documents(_ count: Int) -> [Document] {
    (0..<count).map { .sample("text \($0)", id: "doc\($0).txt") }
  }

  @Test func aboutATenthIsHeldOutAndNothingIsLost() {
    let sides = SplitStage().divide(documents(2000))
    #expect((160...240).contains(sides.heldOut.count))
    #expect(sides.training.count + sides.heldOut.count == 2000)
    #expect(Set(sides.training.map(\.id)).isDisjoint(with: sides.heldOut.map(\.id)))
  }

  @Test func documentsAddedLaterMoveNoOther() {
    let before = Set(SplitStage().divide(documents(500)).heldOut.map(\.id))
    let shuffled = Array(documents(900).reversed())
    let after = Set(SplitStage().divide(shuffled).heldOut.map(\.id))
    #expect(before == after.filter { id in documents(500).contains { $0.id == id } })
  }

  @Test func theSeedDecides() {
    let first = SplitStage(seed: 1).divide(documents(200))
    #expect(SplitStage(seed: 1).divide(documents(200)) == first)
    #expect(SplitStage(seed: 2).divide(documents(200)) != first)
  }

  @Test func eachSideOfSeveralDocumentsHasOne() {
    for seed in 0..<20 {
      for share in [0.001, 0.1, 0.9, 0.999] {
        let sides = SplitStage(heldOutShare: share, seed: UInt64(seed)).divide(documents(3))
        #expect(!sides.heldOut.isEmpty && !sides.training.isEmpty)
      }
      #expect(
        SplitStage(heldOutShare: 0.9, seed: UInt64(seed)).divide(documents(1)).heldOut.isEmpty)
    }
    #expect(SplitStage(heldOutShare: 0).divide(documents(50)).heldOut.isEmpty)
    #expect(SplitStage(heldOutShare: 1).divide(documents(50)).training.isEmpty)
    #expect(SplitStage().divide([]) == SplitStage.Sides())
  }

  @Test func theStageKeepsAllAndCounts() {
    let result = SplitStage().apply(documents(50))
    #expect(result.kept.count == 50)
    #expect(result.tallies.prefix(2).reduce(0) { $0 + $1.count } == 50)
  }
}
