import ArgumentParser

/// Lets go of values.
struct ResetMagic: CellCommand {
  static let configuration = CommandConfiguration(
    commandName: "%reset",
    abstract: "Forget the variables and outputs; the model and its tensors stay.",
    discussion: "%reset out forgets only the outputs: Out[n] and _.")

  /// What is forgotten.
  enum Part: String, ExpressibleByArgument, CaseIterable { case all, out }

  @Argument(help: "all, or only out, the outputs.") var part = Part.all
  @OptionGroup var output: OutputOptions

  func report(in session: Session) throws -> any Report {
    let variables = part == .all ? session.desk.variables.count : 0
    let outputs = session.desk.outputs.count
    if part == .all { session.desk.variables = [:] }
    session.desk.outputs = [:]
    session.desk.latest = nil
    return ResetReport(variables: variables, outputs: outputs)
  }
}

/// How much was forgotten.
struct ResetReport: Report {
  let variables: Int
  let outputs: Int

  func text(on page: Page) -> String {
    "forgotten: \(NumberFormat.counted(variables, "variable")),"
      + " \(NumberFormat.counted(outputs, "output"))"
  }
}
