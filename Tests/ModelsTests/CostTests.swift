import Models
import Testing

@Suite struct CostTests {
  private let configuration = Configuration.gpt2(
    vocabulary: 10, context: 8, layers: 2, heads: 2, width: 4)
  private var cost: Cost { Cost(configuration) }

  @Test func aTokenMeetsEveryMatrixOnce() {
    // In a layer q, k, v, out: 4·4·4; feed-forward: 2·4·16. The tied table: 10·4.
    #expect(cost.weightsPerToken == 2 * (64 + 128) + 40)
  }

  @Test func attentionGrowsWithThePosition() {
    let attention = 2 * 2 * 4
    #expect(cost.reading(1) == cost.weightsPerToken + attention)
    #expect(cost.reading(3) == 3 * cost.weightsPerToken + attention * (1 + 2 + 3))
    #expect(cost.reading(1, before: 2) == cost.weightsPerToken + attention * 3)
  }

  @Test func theCacheReadsEachTokenOnce() {
    let cached = cost.making(3, after: 2, usesCache: true)
    #expect(
      cached == cost.reading(1, before: 1) + cost.reading(1, before: 2) + cost.reading(1, before: 3)
    )
    let fresh = cost.making(3, after: 2, usesCache: false)
    #expect(fresh == cost.reading(2) + cost.reading(3) + cost.reading(4))
  }

  @Test func trainingIsThreePassesForEachSequence() {
    #expect(cost.training(steps: 5, batch: 2, window: 8) == 3 * 5 * 2 * cost.reading(8))
  }

  @Test func aMultiplyAddIsTwoOperations() {
    #expect(cost.trainingFLOPs(batch: 2, window: 8) == 2 * 3 * 2 * cost.reading(8))
  }

  @Test func aFrozenBaseHasNoGradientOfItsOwn() {
    let plan = Adapter.Plan(rank: 1, alpha: 1, targets: Adapter.Plan.targets(of: configuration))
    let adapted = Cost(configuration, adapter: plan)
    // In a layer q, k, v, out: 4 × (4 + 4); the feed-forward layer: (4 + 16) and (16 + 4).
    let low = 2 * (4 * 8 + 2 * 20)
    #expect(adapted.weightsPerToken == cost.weightsPerToken + low)
    // Beside that, the first block's q, k and v (16 each, 4 in lora_a) carry nothing back.
    let products = 2 * cost.weightsPerToken + 3 * low - 3 * (16 + 4)
    let attention = 3 * (cost.reading(8) - 8 * cost.weightsPerToken)
    #expect(adapted.training(steps: 1, batch: 1, window: 8) == 8 * products + attention)
  }
}
