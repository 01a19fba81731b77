import ArgumentParser
import Foundation
import Training

/// The recorded runs of the workspace.
package struct Runs: CellCommand {
  package static let configuration = CommandConfiguration(
    abstract: "List the recorded runs of the workspace.")

  @OptionGroup package var output: OutputOptions

  package init() {}

  package func report(in session: Session) throws -> any Report {
    RunsReport(runs: RunFolder.all(in: session.workspace.runs).map(Self.row))
  }

  private static func row(_ folder: RunFolder) -> RunsReport.Row {
    do {
      let run = try RecordedRun(folder)
      return RunsReport.Row(
        name: folder.name, steps: run.steps.count, asked: run.request.steps,
        loss: run.steps.last?.loss,
        heldOutLoss: run.steps.last(where: { $0.heldOutLoss != nil })?.heldOutLoss,
        base: run.request.base, problem: nil)
    } catch {
      return RunsReport.Row(
        name: folder.name, steps: nil, asked: nil, loss: nil, heldOutLoss: nil, base: nil,
        problem: "\(error)")
    }
  }
}

/// A row for each run.
struct RunsReport: Report {
  struct Row: Encodable {
    let name: String
    let steps: Int?
    let asked: Int?
    let loss: Float?
    let heldOutLoss: Float?
    let base: String?
    let problem: String?
  }
  let runs: [Row]

  func text(on page: Page) -> String {
    guard !runs.isEmpty else { return "no runs yet: `train` makes one" }
    var table = TextTable([
      .init("run"), .init("steps", .right), .init("loss", .right), .init("held out", .right),
      .init("from"),
    ])
    for run in runs {
      table.add([
        run.name, run.steps.map { "\($0)/\(run.asked ?? $0)" } ?? "damaged",
        run.loss.map { NumberFormat.fixed($0, decimals: 3) } ?? "–",
        run.heldOutLoss.map { NumberFormat.fixed($0, decimals: 3) } ?? "–", run.base ?? "–",
      ])
    }
    return ([table.text(width: page.width)] + runs.compactMap(\.problem)).joined(separator: "\n")
  }
}
