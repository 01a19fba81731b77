import ArgumentParser
import Training

/// Goes to the first step at which something holds.
struct When: ExpressionCommand {
  static let configuration = CommandConfiguration(
    abstract: "Go to the first step of the run at which an expression holds.",
    discussion: """
      For example: when norm(blocks.1.mlp.out.weight.grad) > 3
      Besides the model's names it knows step, loss, rate, gradient_norm and held_out_loss; these alone \
      need no step to be made again. Else the steps are played in order until it holds.
      """)

  @Argument(help: ArgumentHelp("What is to be true.", valueName: "expression-over-steps"))
  var words: [String]
  @Option(help: "The step to begin at.")
  var from: Int?
  @OptionGroup var run: TravelledRun
  @OptionGroup var output: OutputOptions

  func report(in session: Session) throws -> any Report {
    let path = try run.path(in: session)
    let from = from ?? path.run.start + 1
    try path.run.require(step: from)
    let question = try StepExpression(expression, of: path.run, in: session)
    let steps = question.steps(from...path.run.lastStep, of: path.run)
    var looked = 0
    for step in steps {
      try session.checkInterrupt("\(expression) does not hold before step \(step)")
      looked += 1
      guard try question.truth(at: step, on: path, in: session) else { continue }
      return WhenReport(
        run: path.run.folder.name, expression: expression, looked: looked,
        place: try session.go(to: step, in: path))
    }
    let report = WhenReport(
      run: path.run.folder.name, expression: expression, looked: looked, place: nil)
    throw try CheckFailed(report, output, in: session)
  }
}

/// Where something first held.
struct WhenReport: Report {
  let run: String
  let expression: String
  /// How many steps were looked at.
  let looked: Int
  /// Nil if it held nowhere.
  let place: PlaceReport?

  private enum CodingKeys: String, CodingKey {
    case run, expression, looked, place
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(run, forKey: .run)
    try container.encode(expression, forKey: .expression)
    try container.encode(looked, forKey: .looked)
    try container.encode(place, forKey: .place)
  }

  func text(on page: Page) -> String {
    guard let place else {
      return "\(expression) holds at none of the \(NumberFormat.counted(looked, "step")) of run"
        + " '\(run)' that were looked at"
    }
    return "\(expression) first holds at step \(place.step)\n\n" + place.text(on: page)
  }
}
