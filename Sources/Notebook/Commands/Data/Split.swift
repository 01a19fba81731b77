import ArgumentParser
import Text

/// Sets documents aside that the model is never trained on.
struct Split: CellCommand {
  static let configuration = CommandConfiguration(
    abstract: "Hold out whole documents, to judge the model by what it has never seen.")

  @Option(help: "The share of documents held out, 0 to 1.")
  var share = 0.1
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard share >= 0, share < 1 else {
      throw ValidationError("--share \(share): give a number from 0 to below 1")
    }
  }

  func report(in session: Session) throws -> any Report {
    var collection = try session.collectedDocuments()
    let sides = SplitStage(heldOutShare: share, seed: session.desk.seed)
      .divide(collection.documents)
    collection.sides = sides
    session.desk.collection = collection
    return SplitReport(
      training: SplitReport.Side(sides.training), heldOut: SplitReport.Side(sides.heldOut))
  }
}

/// The two sides.
struct SplitReport: Report {
  struct Side: Encodable {
    let documents: Int
    let bytes: Int
    let first: [String]

    init(_ documents: [Document]) {
      self.documents = documents.count
      bytes = documents.byteCount
      first = documents.prefix(3).map(\.id)
    }
  }
  let training: Side
  let heldOut: Side

  func text(on page: Page) -> String {
    var table = TextTable([
      .init("side"), .init("documents", .right), .init("bytes", .right), .init("the first"),
    ])
    for (name, side) in [("training", training), ("held out", heldOut)] {
      table.add(
        [name, NumberFormat.grouped(side.documents), NumberFormat.grouped(side.bytes)]
          + [side.first.first ?? "–"])
    }
    return table.text(width: page.width)
  }
}
