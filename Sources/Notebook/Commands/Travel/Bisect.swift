import ArgumentParser
import Training

/// Finds the step from which on something holds.
struct Bisect: ExpressionCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find the step of a run from which on an expression holds for good.",
    discussion: """
      For example: bisect predict("The ferry leaves at") == " noon"
      About 2 log n of n steps are looked at: some all over the run, then ever closer ones. If it held \
      at one of them and was lost again, that is said; `when not (…)` looks at every step. It knows the \
      names that `when` knows.
      """)

  @Argument(help: ArgumentHelp("What is to be true.", valueName: "expression-over-steps"))
  var words: [String]
  @OptionGroup var run: TravelledRun
  @OptionGroup var output: OutputOptions

  func report(in session: Session) throws -> any Report {
    let path = try run.path(in: session)
    let (recorded, last) = (path.run, path.run.lastStep)
    try recorded.require(step: last)
    let question = try StepExpression(expression, of: recorded, in: session)
    let steps = question.steps(recorded.start...last, of: recorded)
    guard steps.count > 0 else {
      throw NotYet("run '\(recorded.folder.name)' has no step with a value of \(expression)")
    }
    let bisection = try Bisection(0...steps.count - 1) { index in
      try session.checkInterrupt()
      return try question.truth(at: steps[index], on: path, in: session)
    }
    return BisectReport(
      run: recorded.folder.name, expression: expression, steps: steps.count,
      bisection: bisection.renumbered(by: steps))
  }
}

/// What a bisection found.
struct BisectReport: Report {
  let run: String
  let expression: String
  let steps: Int
  let bisection: Bisection

  private enum CodingKeys: String, CodingKey {
    case run, expression, steps, step, isMonotone, looks
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(run, forKey: .run)
    try container.encode(expression, forKey: .expression)
    try container.encode(steps, forKey: .steps)
    try container.encode(bisection.step, forKey: .step)
    try container.encode(bisection.relapse == nil, forKey: .isMonotone)
    try container.encode(bisection.looks, forKey: .looks)
  }

  func text(on page: Page) -> String {
    func steps(_ holds: Bool) -> [String] {
      bisection.looks.filter { $0.holds == holds }.map { "\($0.step)" }
    }
    func row(_ label: String, _ steps: [String]) -> String {
      WrappedList.text(label, steps, separator: " ", indent: 11, width: page.width)
    }
    return [
      finding, row("holds at", steps(true)), row("not at", steps(false)),
      "looked at  \(bisection.looks.count) of \(self.steps) places in \(run)"
        + (bisection.step.map { "; `when not (\(expression)) --from \($0)` looks at all behind it" }
          ?? ""),
    ].joined(separator: "\n")
  }

  private var finding: String {
    guard let step = bisection.step, let last = bisection.looks.last?.step else {
      return "\(expression) does not hold at the end"
        + (bisection.relapse.map { "; it held at step \($0.held) and not at \($0.lost)" } ?? "")
    }
    let first = bisection.looks.first?.step
    let start =
      step == first
      ? "\(expression) holds at every step that was looked at"
      : "\(expression) holds wherever it was looked at from step \(step) to the last, \(last)"
    guard let relapse = bisection.relapse else { return start }
    return start + "\nbut not once and for all: it held at step \(relapse.held) already and not at"
      + " \(relapse.lost)"
  }
}
