import ArgumentParser
import Foundation
import Text

/// Gathers documents onto the desk.
package struct Collect: CellCommand {
  package static let configuration = CommandConfiguration(
    abstract: "Gather documents: the town's corpus, a public source, or files of your own.",
    discussion: """
      SOURCE is `tidewick` (the corpus that comes with the program), a public source that was \
      fetched with `data fetch`, or else a file or folder (./tidewick is a folder of that name).
      """)

  @Argument(help: "A source's name, a file or a folder.", completion: .file())
  var source = "tidewick"
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func report(in session: Session) throws -> any Report {
    let collection = try session.collect(source)
    session.desk.collection = DeskCollection(source: source, documents: collection.documents)
    return CollectReport(
      source: source, statistics: CorpusStatistics(collection.documents),
      skipped: collection.skipped)
  }
}

extension Session {
  /// The documents of the town's corpus, of a fetched public source, or at a path.
  func collect(_ source: String) throws -> Collection {
    if source == "tidewick" {
      return try Collector.tidewick
        .collect(home.data.appendingPathComponent("tidewick", isDirectory: true))
    }
    // No source's name has a slash or a point; a path needs no list of sources.
    let isPath = source.contains("/") || source.contains(".")
    guard !isPath,
      let known = try sourceCatalogue().sources.first(where: { $0.name == source })
    else { return try Collector().collect(home.location(of: source)) }
    guard let fetched = SourceFetcher(cache: workspace.sources).cached(known) else {
      throw NotYet(
        "'\(source)' has not been fetched yet: `data fetch \(source)` gets it; without a network"
          + " `collect tidewick` serves")
    }
    return try Collector(source: source, kind: known.kind).collect(fetched.folder)
  }

  /// The public sources that `data/sources.yaml` lists.
  func sourceCatalogue() throws -> SourceCatalogue {
    try SourceCatalogue(contentsOf: home.data.appendingPathComponent("sources.yaml"))
  }

  /// What lies on the desk to be worked on. Throws `NotYet` if nothing was collected.
  func collectedDocuments() throws -> DeskCollection {
    guard let collection = desk.collection else {
      throw NotYet("nothing has been collected yet: `collect` gathers documents")
    }
    return collection
  }
}

/// How much was gathered, and of which kinds.
struct CollectReport: Report {
  let source: String
  let statistics: CorpusStatistics
  let skipped: [SkippedFile]

  func text(on page: Page) -> String {
    var table = TextTable([
      .init("kind"), .init("documents", .right), .init("bytes", .right), .init("words", .right),
    ])
    for kind in statistics.byKind { table.add(Self.row(kind.kind.rawValue, kind.size)) }
    if statistics.byKind.count > 1 { table.add(Self.row("all", statistics.total)) }
    var lines = ["collected  \(source)", table.text(width: page.width)]
    for file in skipped.prefix(5) { lines.append("skipped  \(file.path): \(file.reason)") }
    if skipped.count > 5 { lines.append("and \(skipped.count - 5) more files were skipped") }
    return lines.joined(separator: "\n")
  }

  private static func row(_ name: String, _ size: CorpusStatistics.Size) -> [String] {
    [name] + [size.documents, size.bytes, size.words].map(NumberFormat.grouped)
  }
}
