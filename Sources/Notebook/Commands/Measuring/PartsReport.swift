import Kernels
import Tensors
import Training

/// Where the time of the quickest of several training steps went, beside what the machine can do.
struct PartsReport: Report {
  let row: BenchRow
  let threads: Int
  let steps: Int
  let quickest: StepParts
  let machine: MachineSpeed

  /// Takes steps for so many seconds, and three at least, after one that warms up.
  init(
    of row: BenchRow, _ shape: TrainingShape, seconds: Double, in session: Session
  ) throws {
    self.row = row
    let pool = try session.pool()
    threads = pool.threadCount
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
    self.steps = steps.count
    quickest = steps.min { $0.seconds.value < $1.seconds.value } ?? steps[0]
  }

  func text(on page: Page) -> String {
    let count = Varying(Double(steps)) { NumberFormat.grouped(Int($0)) }.text(on: page)
    let what = "\(row.rawValue): the quickest of \(count) steps, "
    return quickest.text(on: page) + "\n\n" + what + NumberFormat.counted(threads, "thread") + "\n"
      + machine.text(on: page)
  }
}
