import ArgumentParser
import Foundation
import Training

/// The recorded runs of the workspace.
package struct Runs: CellCommand {
  package static let configuration = CommandConfiguration(
    abstract: "List the recorded runs of the workspace, make one smaller, or remove one.",
    subcommands: [RunsList.self, RunsPrune.self, RunsRemove.self],
    defaultSubcommand: RunsList.self)
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func report(in session: Session) throws -> any Report { RunsReport(in: session) }
}

struct RunsList: CellCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the recorded runs, and what they take on the disk.")
  @OptionGroup var output: OutputOptions

  func report(in session: Session) throws -> any Report { RunsReport(in: session) }
}

/// A row for each run.
struct RunsReport: Report {
  struct Row: Encodable {
    let name: String
    let steps: Int?
    let asked: Int?
    let loss: Float?
    let heldOutLoss: Float?
    let snapshots: Int
    /// On the disk, in bytes. The lines of steps hold times, and so are not always as long.
    let size: Varying
    let base: String?
    /// Where a fork left another run.
    let origin: Origin?
    let problem: String?
  }
  let runs: [Row]

  init(in session: Session) {
    runs = RunFolder.all(in: session.workspace.runs).map(Self.row)
  }

  private static func row(_ folder: RunFolder) -> Row {
    let run = Result { try RecordedRun(folder) }
    let steps = (try? run.get())?.steps
    let request = (try? run.get())?.request
    var problem: String?
    if case .failure(let error) = run { problem = "\(error)" }
    return Row(
      name: folder.name, steps: steps?.count, asked: request?.steps, loss: steps?.last?.loss,
      heldOutLoss: steps?.last(where: { $0.heldOutLoss != nil })?.heldOutLoss,
      snapshots: folder.snapshotSteps.count, size: .bytes(Double(folder.size.all)),
      base: request?.base, origin: request?.origin, problem: problem)
  }

  func text(on page: Page) -> String {
    guard !runs.isEmpty else { return "no runs yet: `train` makes one" }
    var table = TextTable([
      .init("run"), .init("steps", .right), .init("loss", .right), .init("held out", .right),
      .init("snapshots", .right), .init("size", .right), .init("from"),
    ])
    for run in runs {
      table.add([
        run.name, run.steps.map { "\($0)/\(run.asked ?? $0)" } ?? "damaged",
        run.loss.map { NumberFormat.fixed($0, decimals: 3) } ?? "–",
        run.heldOutLoss.map { NumberFormat.fixed($0, decimals: 3) } ?? "–",
        "\(run.snapshots)", run.size.text(on: page),
        run.origin.map { "\($0.run) @ \($0.step)" } ?? run.base ?? "–",
      ])
    }
    return ([table.text(width: page.width)] + runs.compactMap(\.problem)).joined(separator: "\n")
  }
}
