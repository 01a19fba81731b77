import Kernels
import Tensors
import Training

/// Where the time of the quickest of several training steps went, beside what the machine can do.
struct PartsReport: Report {
  let step: StepParts
  let machine: MachineSpeed

  /// Takes steps for so many seconds, and three at least, after one that warms up.
  init(of shape: TrainingShape, seconds: Double, in session: Session) throws {
    let pool = try session.pool()
    var machine = MachineSpeed(pool: pool)
    let step = shape.makeStep(pool: pool)
    try step(nil)
    let start = ContinuousClock.now
    var steps: [StepParts] = []
    while steps.count < 3 || (ContinuousClock.now - start).seconds < seconds {
      try session.checkInterrupt()
      steps.append(try StepParts(of: step))
    }
    machine.measureAgain(pool: pool)
    self.machine = machine
    self.step = steps.min { $0.seconds.value < $1.seconds.value } ?? steps[0]
  }

  func text(on page: Page) -> String {
    step.text(on: page) + "\n\nthe quickest of several steps\n" + machine.text(on: page)
  }
}
