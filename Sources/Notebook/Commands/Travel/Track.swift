import ArgumentParser
import Models
import Training

/// Any number over the steps of a run.
struct Track: ExpressionCommand {
  static let configuration = CommandConfiguration(
    abstract: "Plot any expression over the steps of a run.",
    discussion: """
      For example: track norm(blocks.*.attn.q.weight.update)
      A name with * between its points gives a curve for each name that fits. Besides the model's names \
      there are step, loss, rate, gradient_norm and held_out_loss. Only what the expression needs is \
      computed again: nothing for these, the weights for weights and predictions, whole steps for \
      gradients, updates, moments and activations.
      """)

  @Argument(
    help: ArgumentHelp("An expression that is one number.", valueName: "expression-over-steps"))
  var words: [String]
  @Option(help: "The first step.")
  var from: Int?
  @Option(help: "The last step.")
  var to: Int?
  @Option(help: "Take every so many steps; as many as make about 60 points if not given.")
  var every: Int?
  @OptionGroup var run: TravelledRun
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard every ?? 1 >= 1 else { throw ValidationError("--every \(every ?? 0): give at least 1") }
    if let from, let to, from > to {
      throw ValidationError("--from \(from) lies behind --to \(to)")
    }
  }

  /// How many curves are drawn.
  private static let curveLimit = 8
  /// How many points a curve gets if nothing was said and each must be computed.
  private static let pointCount = 60

  func report(in session: Session) throws -> any Report {
    let path = try run.path(in: session)
    let last = path.run.lastStep
    for step in [from, to].compactMap({ $0 }) { try path.run.require(step: step) }
    try path.run.require(step: last)
    let curves = try curves(path, in: session)
    let need = curves.map(\.need).max() ?? .record
    let range = min(from ?? path.run.start + 1, to ?? last)...(to ?? last)
    let every = every ?? (need == .record ? 1 : max(1, range.count / Self.pointCount))
    var series = curves.map { LineChart.Series($0.source, []) }
    let steps = range.filter { ($0 - range.lowerBound) % every == 0 || $0 == range.upperBound }
    defer { session.console.showProgress(nil) }
    for step in steps {
      let present = curves.indices.filter {
        curves[$0].hasValue(at: step, of: path.run)
      }
      guard !present.isEmpty else { continue }
      try session.checkInterrupt("tracked to step \(step)")
      session.console.showProgress(
        ProgressLine.text(
          done: step - range.lowerBound, of: range.count, facts: "tracking",
          width: session.page.width))
      try path.stand(at: step, need, in: session) {
        for index in present {
          let number = try curves[index].number(at: step, of: path.run, in: session)
          series[index].points.append((Double(step), number))
        }
      }
    }
    return TrackReport(
      run: path.run.folder.name, from: range.lowerBound, to: range.upperBound, every: every,
      chart: PlotReport(chart: LineChart(series, xTitle: "step")))
  }

  /// An expression for each name that fits the pattern.
  private func curves(_ path: RunPath, in session: Session) throws -> [StepExpression] {
    let pattern = try NamePattern(expression)
    let found = try pattern.expressions(over: pattern.pattern == nil ? [] : names(path, session))
    guard found.count <= Self.curveLimit else {
      throw NotYet(
        "'\(pattern.pattern ?? "")' fits \(found.count) names, and \(Self.curveLimit) curves can be"
          + " told apart; narrow it down")
    }
    return try found.map { try StepExpression($0, of: path.run, in: session) }
  }

  /// The names that there are at a step.
  private func names(_ path: RunPath, _ session: Session) throws -> [String] {
    let played = try path.played(path.run.start + 1, in: session)
    let desk = DeskModel(
      Travel(path: path, step: path.run.start + 1), played.trainer, played.outcome.traced)
    return ModelTensors(desk: desk).tensorNames.map(\.name)
  }
}

/// Curves over steps.
struct TrackReport: Report {
  let run: String
  let from: Int
  let to: Int
  let every: Int
  let chart: PlotReport

  private enum CodingKeys: String, CodingKey { case run, from, to, every, chart }

  var figure: Figure? { chart.figure }

  func text(on page: Page) -> String { chart.text(on: page) + "\n" + caption(on: page) }

  func caption(on page: Page) -> String {
    "\(run), steps \(from) to \(to), " + (every == 1 ? "every step" : "every \(every) steps")
  }
}
