import Testing
import Training

@Suite struct ScheduleTests {
  private let schedule = Schedule(peak: 1, floor: 0.1, warmup: 10, steps: 110)

  @Test func warmsUpInALine() {
    #expect(schedule.rate(step: 1) == 0.1)
    #expect(schedule.rate(step: 5) == 0.5)
    #expect(schedule.rate(step: 10) == 1)
  }

  @Test func fallsAlongACosine() {
    #expect((schedule.rate(step: 60) - 0.55).magnitude < 1e-6)
    #expect(schedule.rate(step: 35) > 0.8)
    #expect(schedule.rate(step: 85) < 0.3)
    #expect(schedule.rate(step: 110) == 0.1)
    #expect(schedule.rate(step: 500) == 0.1)
  }

  @Test func withoutWarmUpBeginsHigh() {
    #expect(Schedule(peak: 1, floor: 0, warmup: 0, steps: 100).rate(step: 1) > 0.99)
  }
}
