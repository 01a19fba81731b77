import ArgumentParser
import Kernels
import Models
import Training

/// Plays a recorded run again and proves that every bit is the same.
package struct ReplayCommand: CellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Train a recorded run again and prove each step bit for bit.",
    discussion: """
      With --to the replay starts at the nearest snapshot, stops after that step, and leaves \
      everything in it to be looked at: activations, gradients, updates and moments.
      """)

  @Argument(help: ArgumentHelp("The run.", valueName: "run"))
  var name: String
  @Option(help: "Stop after this step, with all of its names on the desk.")
  var to: Int?
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func report(in session: Session) throws -> any Report {
    let run = try session.recordedRun(name)
    guard !run.steps.isEmpty else { throw NotYet("run '\(name)' has no recorded step") }
    guard (run.start + 1...run.lastStep).contains(to ?? run.lastStep) else {
      throw NotYet(
        "run '\(name)' has steps \(run.start + 1) to \(run.lastStep), not \(to ?? run.lastStep)")
    }
    let last = (to ?? run.lastStep) - run.start
    let start = to == nil ? 0 : run.snapshotStep(atMost: last - 1)
    let clock = ContinuousClock()
    let began = clock.now
    var replay = try Replay(run, from: start)
    let pool = try session.pool()
    defer { session.console.showProgress(nil) }
    while replay.trainer.completedSteps < last {
      try session.checkInterrupt(
        "steps \(run.start + start + 1) to \(run.start + replay.trainer.completedSteps) are proven")
      try proveStep(&replay, last: last, start: start, session, pool)
    }
    return ReplayReport(
      run: name, firstStep: run.start + start + 1, lastStep: run.start + last,
      loss: run.steps[last - 1].loss,
      weights: replay.trainer.model.trainable.fingerprint,
      seconds: .seconds((clock.now - began).seconds))
  }

  private func proveStep(
    _ replay: inout Replay, last: Int, start: Int, _ session: Session, _ pool: WorkerPool
  ) throws {
    let isTraced = replay.trainer.completedSteps + 1 == last
    do {
      let (outcome, _, _) = try replay.step(isTraced: isTraced, pool: pool)
      session.console.showProgress(
        ProgressLine.text(
          done: outcome.step - start, of: last - start, facts: "same bits",
          width: session.page.width))
      if isTraced { put(replay, outcome, on: session) }
    } catch let mismatch as Replay.Mismatch {
      throw CheckFailed("run '\(name)' does not replay: \(mismatch)")
    }
  }

  private func put(_ replay: Replay, _ outcome: Trainer.Outcome, on session: Session) {
    var desk = DeskModel(replay.trainer, tokenizer: replay.run.tokenizer)
    desk.trainer = replay.trainer
    desk.data = replay.run.data
    desk.step = outcome.traced
    session.put(desk)
  }
}

/// Which steps were proven.
struct ReplayReport: Report {
  let run: String
  let firstStep: Int
  let lastStep: Int
  let loss: Float
  let weights: Fingerprint
  let seconds: Varying

  func text(on page: Page) -> String {
    let count = lastStep - firstStep + 1
    return """
      replayed  \(run), steps \(firstStep) to \(lastStep), in \(seconds.text(on: page))
      proven    \(count) of \(count) steps gave the recorded batch, loss and weights, bit for bit
      weights   fingerprint \(weights) after step \(lastStep), where the loss was \
      \(NumberFormat.exact(loss))
      """
  }
}
