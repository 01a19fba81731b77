import ArgumentParser
import Models
import Training

/// Two runs side by side.
struct Diff: CellCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare two runs: what was asked, and the first step and tensor that differ.",
    discussion:
      "The step in question is made again in both, and their tensors are compared in order.")

  @Argument(help: ArgumentHelp("A recorded run.", valueName: "run")) var one: String
  @Argument(help: ArgumentHelp("Another one.", valueName: "run")) var other: String
  @OptionGroup var output: OutputOptions

  func report(in session: Session) throws -> any Report {
    let runs = try [one, other].map { try session.recordedRun($0) }
    let paths = try runs.map { try RunPath($0, in: session) }
    return DiffReport(
      runs: runs.map { LossesReport.Run(name: $0.folder.name, steps: $0.numberedSteps) },
      request: try RequestDifference.all(runs[0].manifest, runs[1].manifest),
      common: FirstDifference.common(runs[0], runs[1]).map(\.0.step),
      first: try FirstDifference(paths[0], paths[1], in: session))
  }
}

/// What two runs have in common, and where they part.
struct DiffReport: Report {
  let runs: [LossesReport.Run]
  let request: [RequestDifference]
  /// The steps that both have.
  let common: [Int]
  let first: FirstDifference?

  private enum CodingKeys: String, CodingKey { case runs, request, first }

  private var losses: LossesReport { LossesReport(runs: runs) }

  var figure: Figure? { losses.figure }

  func text(on page: Page) -> String { caption(on: page) + "\n\n" + losses.text(on: page) }

  func caption(on page: Page) -> String { asked(on: page) + "\n\n" + parting }

  private func asked(on page: Page) -> String {
    guard !request.isEmpty else { return "the same was asked of both" }
    var table = TextTable([.init("asked"), .init(runs[0].name), .init(runs[1].name)])
    for difference in request {
      table.add([difference.words] + difference.values.map { $0 ?? "–" })
    }
    return table.text(width: page.width)
  }

  private var parting: String {
    guard let start = common.first else { return "they have no step in common" }
    guard let first else {
      return "the same bits in all \(NumberFormat.counted(common.count, "step")) that both have"
    }
    let before =
      first.step == start
      ? "they differ from step \(start) on, the first that both have"
      : "the same bits in steps \(start) to \(first.step - 1); they part at step \(first.step)"
    var lines = ["\(before), in \(first.recorded)"]
    if let tensor = first.tensor { lines += tensor.lines(runs.map(\.name)) }
    return lines.joined(separator: "\n")
  }
}

extension TensorDifference {
  fileprivate func lines(_ runs: [String]) -> [String] {
    if let shapes { return ["\(name) has other axes: \(shapes.joined(separator: ", "))"] }
    let place = "\(name)[\(index.map(String.init).joined(separator: ", "))]"
    let width = runs.map(\.count).max() ?? 0
    return [
      "first tensor that differs: \(name), in \(NumberFormat.grouped(differing)) of"
        + " \(NumberFormat.counted(count, "element"))",
      "most at \(place), by \(NumberFormat.short(maxAbsolute))",
    ]
      + zip(runs, values).map {
        "  \($0.0.padded(to: width))  \(NumberFormat.exact($0.1))"
      }
  }
}
