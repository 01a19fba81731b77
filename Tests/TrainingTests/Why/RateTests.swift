import Kernels
import Models
import Support
import Testing
import Training

/// Where the learning rate of a step comes from.
@Suite struct RateTests {
  private static let phases = [
    (step: 1, remark: "the rate grows over the first 2 steps"),
    (step: 2, remark: "the rate grows over the first 2 steps"),
    (step: 3, remark: "step 3 of 5; the rate grew for the first 2"),
    (step: 4, remark: "step 4 of 5; the rate grew for the first 2"),
    (step: 5, remark: "from step 5 on the rate is at its lowest"),
    (step: 6, remark: "from step 5 on the rate is at its lowest"),
  ]

  @Test func eachPhaseOfTheSchedule() throws {
    let training = TrainingCase.all[3]
    var request = training.request
    request.schedule = Schedule(peak: 3e-3, floor: 3e-4, warmup: 2, steps: 5)
    var trainer = Trainer(request, model: training.trainer.model)
    let pool = WorkerPool(threadCount: 2)
    for phase in Self.phases {
      let outcome = try trainer.step(
        on: training.batch(step: phase.step), isTraced: true, pool: pool)
      let inquiry = Inquiry(model: trainer.model, pass: nil, step: outcome.traced)
      let (origin, key) = try #require(inquiry.key(of: "rate"))
      let subject = Subject(origin, key, [])
      let explanation = inquiry.explanation(of: subject)
      #expect(explanation.value.bitPattern == outcome.rate.bitPattern)
      #expect(inquiry.value(of: subject).bitPattern == outcome.rate.bitPattern)
      #expect(explanation.steps.compactMap(\.remark) == [phase.remark])
    }
  }

  @Test func aWarmupOfOneStep() throws {
    let training = TrainingCase.all[3]
    var request = training.request
    request.schedule = Schedule(peak: 3e-3, floor: 3e-4, warmup: 1, steps: 5)
    var trainer = Trainer(request, model: training.trainer.model)
    let outcome = try trainer.step(
      on: training.batch(step: 1), isTraced: true, pool: WorkerPool(threadCount: 1))
    let inquiry = Inquiry(model: trainer.model, pass: nil, step: outcome.traced)
    let (origin, key) = try #require(inquiry.key(of: "rate"))
    let steps = inquiry.explanation(of: Subject(origin, key, [])).steps
    #expect(steps.compactMap(\.remark) == ["the first step has the highest rate"])
  }

  @Test func noStepHasNoRate() {
    let inquiry = Inquiry(model: TrainingCase.all[0].trainer.model, pass: nil, step: nil)
    for number in StepNumber.allCases { #expect(inquiry.key(of: number.rawValue) == nil) }
  }
}
