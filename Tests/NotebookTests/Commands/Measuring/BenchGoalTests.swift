import Testing

@testable import Notebook

@Suite struct BenchGoalTests {
  @Test func speedIsThePeersTimeOverOurs() {
    let goal = BenchGoal.faster(1.5)
    #expect(goal.isReached(ours: 2, peer: 3, share: nil) == true)
    #expect(goal.isReached(ours: 2, peer: 2.9, share: nil) == false)
    #expect(goal.isReached(ours: 2, peer: nil, share: 1) == nil)
  }

  @Test func bothHalvesOfAGoalCount() {
    let goal = BenchGoal.fasterAtPeak(1.4, share: 0.85)
    #expect(goal.isReached(ours: 1, peer: 2, share: 0.9) == true)
    #expect(goal.isReached(ours: 1, peer: 2, share: 0.8) == false)
    #expect(goal.isReached(ours: 1, peer: 1.3, share: 0.9) == false)
    #expect(goal.text == "1.4×, 85%")
  }

  @Test func aTimeLimitNeedsNoPeer() {
    #expect(BenchGoal.within(seconds: 0.15).isReached(ours: 0.1, peer: nil, share: nil) == true)
    #expect(BenchGoal.within(seconds: 0.15).isReached(ours: 0.2, peer: 9, share: nil) == false)
    #expect(BenchGoal.atMost(0.6).isReached(ours: 60, peer: 100, share: nil) == true)
  }
}
