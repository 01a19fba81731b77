import ArgumentParser
import Training

/// Makes runs smaller on the disk.
struct RunsPrune: CellCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune",
    abstract: "Let go of snapshots of runs; every step can still be had.",
    discussion: """
      The first and the last snapshot stay. What lay in between is computed again when it is asked \
      for, and proven: that takes longer the fewer snapshots there are.
      """)
  @Argument(help: "The runs.")
  var names: [String]
  @Option(
    help: "The most that each run may take, as 64MB or 1.5GB; only two snapshots if not given.")
  var to: ByteCount?
  @OptionGroup var output: OutputOptions

  func report(in session: Session) throws -> any Report {
    RunsPruneReport(
      runs: try names.map { name in
        let folder = try session.folder(ofRun: name)
        let before = folder.size.all
        let steps = try folder.prune(to: to?.bytes ?? 0)
        return RunsPruneReport.Run(
          name: name, pruned: steps, left: folder.snapshotSteps,
          freed: .bytes(Double(before - folder.size.all)), size: .bytes(Double(folder.size.all)))
      })
  }
}

/// What pruning freed.
struct RunsPruneReport: Report {
  struct Run: Encodable {
    let name: String
    /// The steps whose snapshots went, and those whose stayed.
    let pruned: [Int]
    let left: [Int]
    /// In bytes.
    let freed: Varying
    let size: Varying
  }
  let runs: [Run]

  func text(on page: Page) -> String {
    runs.map { run in
      run.pruned.isEmpty
        ? "kept    \(run.name): all of its \(run.left.count) snapshots"
        : "pruned  \(run.name): \(run.pruned.count) of \(run.pruned.count + run.left.count) snapshots,"
          + " \(run.freed.text(on: page)); \(run.size.text(on: page)) are left"
    }.joined(separator: "\n")
  }
}
