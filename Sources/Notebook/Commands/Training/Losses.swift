import ArgumentParser
import Training

/// The loss curves of recorded runs.
package struct Losses: CellCommand {
  package static let configuration = CommandConfiguration(
    abstract: "Plot the loss of one or several recorded runs over their steps.")

  @Argument(help: "The runs; the desk's if none is named.")
  var runs: [String] = []
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func report(in session: Session) throws -> any Report {
    var names = runs
    if names.isEmpty { names = [try session.useModel().run].compactMap { $0 } }
    guard !names.isEmpty else {
      throw NotYet("the model on the desk was not recorded; name a run, or `train` one")
    }
    return LossesReport(
      runs: try names.map {
        LossesReport.Run(name: $0, steps: try session.recordedRun($0).numberedSteps)
      })
  }
}

/// What each run recorded.
struct LossesReport: Report {
  struct Run: Encodable {
    let name: String
    let steps: [StepRecord]
  }
  let runs: [Run]

  private var chart: LineChart? { LossCurve.chart(of: runs.map { ($0.name, $0.steps) }) }

  var figure: Figure? { chart.map { .curves($0) } }

  func text(on page: Page) -> String {
    chart?.text(on: page) ?? "fewer than two steps are recorded: nothing to plot"
  }
}
