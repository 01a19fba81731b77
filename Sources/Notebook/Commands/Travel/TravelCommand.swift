import ArgumentParser
import Training

/// Enters a recorded run.
struct TravelCommand: NotebookOpening {
  static let configuration = CommandConfiguration(
    commandName: "travel",
    abstract: "Enter a recorded run and stand at any of its steps.",
    discussion: """
      The prompt then shows the place, as in `ferry-1 @ 137`, and every name answers as it was there: \
      the batch (tokens), activations, gradients (.grad), updates (.update), moments (.adam.m, \
      .adam.v) and weights after the step, each of which `why` explains.
      Moves: goto STEP, forward [N], back [N], first, last, worst, when EXPRESSION; leave ends it. In a \
      lesson, goto with a number and back move in the run as long as one is travelled; goto with the id \
      of a lesson's step, next, restart and Enter move in the lesson.
      What is shown was computed again and proven against the record.
      """)

  @Argument(help: ArgumentHelp("The run; the one travelled if none is named.", valueName: "run"))
  var name: String?
  @Option(
    help: "The step to begin at; the last if none is given, 0 for the state before the first.")
  var at: Int?
  @OptionGroup var output: OutputOptions

  func report(in session: Session) throws -> any Report {
    let path =
      try name.map { try RunPath(session.recordedRun($0), in: session) } ?? session.travel().path
    return try session.go(to: at ?? path.run.lastStep, in: path)
  }
}
