import ArgumentParser
import Training

/// Removes recorded runs.
struct RunsRemove: CellCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove recorded runs from the workspace, for good.")
  @Argument(help: "The runs.")
  var names: [String]
  @OptionGroup var output: OutputOptions

  func report(in session: Session) throws -> any Report {
    let folders = try names.map { try session.folder(ofRun: $0) }
    for name in names { try session.checkReplacing(run: name) }
    let bytes = folders.reduce(0) { $0 + $1.size.all }
    for folder in folders { try folder.remove() }
    return RunsRemoveReport(runs: names, freed: .bytes(Double(bytes)))
  }
}

/// What was removed.
struct RunsRemoveReport: Report {
  let runs: [String]
  /// In bytes.
  let freed: Varying

  func text(on page: Page) -> String {
    "removed  \(runs.joined(separator: ", ")): \(freed.text(on: page))"
  }
}
