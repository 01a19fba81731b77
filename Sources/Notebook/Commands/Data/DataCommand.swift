import ArgumentParser
import Foundation
import Text

/// Where text comes from.
struct DataCommand: CellCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "List public sources of text, fetch one, or make the town's corpus anew.",
    subcommands: [DataSources.self, DataFetch.self, DataMake.self],
    defaultSubcommand: DataSources.self)
  @OptionGroup var output: OutputOptions

  func report(in session: Session) throws -> any Report {
    DataSourcesReport(rows: try DataSourcesReport.rows(in: session))
  }
}

struct DataSources: CellCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources", abstract: "List the public sources, and which are here.")
  @OptionGroup var output: OutputOptions

  func report(in session: Session) throws -> any Report {
    DataSourcesReport(rows: try DataSourcesReport.rows(in: session))
  }
}

/// The sources of `data/sources.yaml`.
struct DataSourcesReport: Report {
  struct Row: Encodable {
    let name: String
    let kind: DocumentKind
    let megabytes: Double
    let licence: String
    let isHere: Bool
    let teaches: String
  }
  let rows: [Row]

  static func rows(in session: Session) throws -> [Row] {
    let fetcher = SourceFetcher(cache: session.workspace.sources)
    return try session.sourceCatalogue().sources.map { source in
      Row(
        name: source.name, kind: source.kind, megabytes: Double(source.size) / 1e6,
        licence: source.licence, isHere: fetcher.cached(source) != nil, teaches: source.teaches)
    }
  }

  func text(on page: Page) -> String {
    var table = TextTable([
      .init("source"), .init("kind"), .init("MB", .right), .init("here"), .init("licence"),
    ])
    for row in rows {
      table.add([
        row.name, row.kind.rawValue, NumberFormat.fixed(Float(row.megabytes), decimals: 1),
        row.isHere ? "yes" : "no", row.licence.truncated(to: 30),
      ])
    }
    return table.text(width: page.width)
      + "\n`data fetch SOURCE` gets one; `collect SOURCE` then lays it on the desk"
  }
}

struct DataFetch: CellCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch", abstract: "Fetch a public source into the workspace, without root.")
  @Argument(help: "The source.")
  var source: String
  @Flag(help: "Take an archive whose size or checksum is not the listed one.")
  var acceptChanged = false
  @OptionGroup var output: OutputOptions

  func report(in session: Session) throws -> any Report {
    let source = try session.sourceCatalogue().source(named: source)
    let console = UncheckedConsole(session.console)
    session.console.showProgress("fetching \(source.package)")
    defer { session.console.showProgress(nil) }
    let fetcher = SourceFetcher(
      cache: session.workspace.sources, isCancelled: { console.isInterrupted })
    return DataFetchReport(try fetcher.fetch(source, acceptsChanged: acceptChanged))
  }
}

/// Lets the fetcher ask whether Ctrl-C was typed. The console's answer is an atomic flag.
private struct UncheckedConsole: @unchecked Sendable {
  private let console: any Console
  init(_ console: any Console) { self.console = console }
  var isInterrupted: Bool { console.isInterrupted }
}

/// What was fetched.
struct DataFetchReport: Report {
  let name: String
  let archive: String
  let files: Int
  let bytes: Int
  let sha256: String
  let licence: String
  let wasHere: Bool

  init(_ fetched: FetchedSource) {
    name = fetched.receipt.name
    archive = fetched.receipt.archive
    files = fetched.receipt.files
    bytes = fetched.receipt.bytes
    sha256 = fetched.receipt.seal.sha256
    licence = fetched.receipt.licence
    wasHere = fetched.wasCached
  }

  func text(on page: Page) -> String {
    """
    \(wasHere ? "here already" : "fetched")  \(name): \(NumberFormat.grouped(files)) files, \
    \(NumberFormat.grouped(bytes)) bytes, from \(archive)
    sha256   \(sha256)
    licence  \(licence)
    """
  }
}

struct DataMake: CellCommand {
  static let configuration = CommandConfiguration(
    commandName: "make", abstract: "Simulate the town again and write its corpus.")
  @Option(help: "The town's seed.")
  var seed: UInt64 = Tidewick.defaultSeed
  @Option(help: "The folder to write; the program's own data folder if not given.")
  var folder: String?
  @OptionGroup var output: OutputOptions

  func report(in session: Session) throws -> any Report {
    let target =
      folder.map { URL(fileURLWithPath: $0, isDirectory: true) }
      ?? session.home.data.appendingPathComponent("tidewick", isDirectory: true)
    try Tidewick.write(to: target, seed: seed)
    let corpus = Tidewick.corpus(seed: seed)
    let files = corpus.files + corpus.support
    return DataMakeReport(
      folder: folder ?? "data/tidewick", seed: seed, files: files.count,
      bytes: files.reduce(0) { $0 + $1.contents.count }, plantedDefects: corpus.defects.count)
  }
}

/// What was written.
struct DataMakeReport: Report {
  let folder: String
  let seed: UInt64
  let files: Int
  let bytes: Int
  let plantedDefects: Int

  func text(on page: Page) -> String {
    "made  \(NumberFormat.grouped(files)) files, \(NumberFormat.grouped(bytes)) bytes, in \(folder)"
      + " from seed \(seed); \(plantedDefects) defects are planted in them"
  }
}
