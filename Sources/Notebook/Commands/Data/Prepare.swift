import ArgumentParser
import Text

/// The whole way from a source to two piles of clean documents, in one cell.
struct Prepare: CellCommand {
  static let configuration = CommandConfiguration(
    abstract: "Collect a source and send it through every stage: extract to split.")

  @Argument(help: "A source's name, a file or a folder.", completion: .file())
  var source = "tidewick"
  @OptionGroup var output: OutputOptions

  func report(in session: Session) throws -> any Report {
    let collected = try session.collect(source)
    let steps = Pipeline.standard.run(collected.documents)
    let kept = steps.last?.result.kept ?? []
    guard !kept.isEmpty else {
      throw NotYet(
        "nothing of '\(source)' is left after the last stage; `collect` it and send it"
          + " through the stages one by one to see why")
    }
    let sides = SplitStage(seed: session.desk.seed).divide(kept)
    session.desk.collection = DeskCollection(source: source, documents: kept, sides: sides)
    return PrepareReport(
      source: source,
      rows: steps.map {
        PrepareReport.Row(
          stage: $0.name, documents: $0.result.kept.count, dropped: $0.result.dropped.count,
          changed: $0.result.changed, bytes: $0.bytesAfter)
      }, training: sides.training.count, heldOut: sides.heldOut.count)
  }
}

/// A row for each stage.
struct PrepareReport: Report {
  struct Row: Encodable {
    let stage: String
    let documents: Int
    let dropped: Int
    let changed: Int
    let bytes: Int
  }
  let source: String
  let rows: [Row]
  let training: Int
  let heldOut: Int

  func text(on page: Page) -> String {
    var table = TextTable([
      .init("stage"), .init("documents", .right), .init("dropped", .right),
      .init("changed", .right), .init("bytes", .right),
    ])
    for row in rows {
      table.add(
        [row.stage]
          + [row.documents, row.dropped, row.changed, row.bytes].map(NumberFormat.grouped))
    }
    return "prepared  \(source)\n" + table.text(width: page.width)
      + "\nsplit into \(NumberFormat.grouped(training)) documents to learn from and"
      + " \(NumberFormat.grouped(heldOut)) held out"
  }
}
