import ArgumentParser
import Text

/// A command that sends the documents on the desk through one stage of the pipeline.
protocol StageCommand: CellCommand {
  var listing: DropListing { get }
  /// The stage, for this session's seed.
  func stage(in session: Session) -> any PipelineStage
}

/// How many dropped documents a stage names.
struct DropListing: ParsableArguments {
  @Flag(help: "Name every document that was dropped.")
  var all = false
}

extension StageCommand {
  func report(in session: Session) throws -> any Report {
    var collection = try session.collectedDocuments()
    let stage = stage(in: session)
    let result = stage.apply(collection.documents)
    let report = StageReport(
      stage, before: collection.documents, result, limit: listing.all ? .max : 6)
    collection.documents = result.kept
    collection.sides = nil
    session.desk.collection = collection
    return report
  }
}

struct Extract: StageCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take the text out of HTML and other markup, without menus and boilerplate.")
  @OptionGroup var listing: DropListing
  @OptionGroup var output: OutputOptions
  func stage(in session: Session) -> any PipelineStage { ExtractStage() }
}

struct Clean: StageCommand {
  static let configuration = CommandConfiguration(
    abstract: "Repair damaged characters, line ends and blanks.")
  @OptionGroup var listing: DropListing
  @OptionGroup var output: OutputOptions
  func stage(in session: Session) -> any PipelineStage { CleanStage() }
}

struct Deduplicate: StageCommand {
  static let configuration = CommandConfiguration(
    abstract: "Drop documents that repeat an earlier one, exactly or nearly (MinHash).")
  @Option(help: "How alike two documents must be to count as the same, 0 to 1.")
  var threshold = 0.8
  @OptionGroup var listing: DropListing
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard threshold > 0, threshold <= 1 else {
      throw ValidationError("--threshold \(threshold): give a number above 0, at most 1")
    }
  }

  func stage(in session: Session) -> any PipelineStage { DeduplicateStage(threshold: threshold) }
}

struct Filter: StageCommand {
  static let configuration = CommandConfiguration(
    abstract: "Drop documents that are too short, spam, or in another language.")
  @OptionGroup var listing: DropListing
  @OptionGroup var output: OutputOptions
  func stage(in session: Session) -> any PipelineStage { FilterStage() }
}

struct Redact: StageCommand {
  static let configuration = CommandConfiguration(
    abstract: "Replace e-mail addresses and phone numbers by placeholders.")
  @OptionGroup var listing: DropListing
  @OptionGroup var output: OutputOptions
  func stage(in session: Session) -> any PipelineStage { RedactStage() }
}

/// What a stage kept, dropped and changed, with one document before and after.
struct StageReport: Report {
  let stage: String
  let summary: String
  let documentsBefore: Int
  let documentsAfter: Int
  let bytesBefore: Int
  let bytesAfter: Int
  let changed: Int
  let tallies: [Tally]
  let dropped: [DroppedDocument]
  let example: ChangeExample?
  private let limit: Int

  private enum CodingKeys: String, CodingKey {
    case stage, summary, documentsBefore, documentsAfter, bytesBefore, bytesAfter, changed, tallies
    case dropped, example
  }

  init(_ stage: any PipelineStage, before: [Document], _ result: StageResult, limit: Int) {
    self.stage = stage.name
    summary = stage.summary
    documentsBefore = before.count
    documentsAfter = result.kept.count
    bytesBefore = before.byteCount
    bytesAfter = result.kept.byteCount
    changed = result.changed
    tallies = result.tallies
    dropped = result.dropped
    example = result.example
    self.limit = limit
  }

  func text(on page: Page) -> String {
    var lines = [
      "\(stage): \(summary)",
      "kept     \(NumberFormat.grouped(documentsAfter)) of \(NumberFormat.grouped(documentsBefore))"
        + " documents, \(NumberFormat.grouped(changed)) of them changed;"
        + " \(NumberFormat.grouped(bytesBefore)) → \(NumberFormat.grouped(bytesAfter)) bytes",
    ]
    let done = tallies.filter { $0.count > 0 }
    for tally in done {
      lines.append("         \(NumberFormat.grouped(tally.count)) \(tally.label)")
    }
    if !dropped.isEmpty { lines.append("dropped  \(NumberFormat.grouped(dropped.count))") }
    for document in dropped.prefix(limit) {
      lines += Self.line("\(document.id): \(document.reason)", page)
    }
    if dropped.count > limit {
      lines.append("         … and \(dropped.count - limit) more; --all names them")
    }
    if let example { lines.append(Self.quote(example, page)) }
    return lines.joined(separator: "\n")
  }

  /// Indented, broken at its blanks if it is too long for the page.
  private static func line(_ text: String, _ page: Page) -> [String] {
    let indent = String(repeating: " ", count: 9)
    guard displayWidth(of: indent + text) > page.width else { return [indent + text] }
    let lines = Prose.lines(of: text, width: page.width - indent.count - 2)
    return lines.enumerated().map { ($0 == 0 ? indent : indent + "  ") + $1 }
  }

  /// One document before and after, from the first line that differs on.
  private static func quote(_ example: ChangeExample, _ page: Page) -> String {
    func lines(_ text: String) -> [String] {
      ChangeExample.visible(text).split(separator: "\n", omittingEmptySubsequences: true)
        .map { line in
          // Blanks at the end of a line are a difference that nobody would see.
          let body = String(line).trimmingTrailingBlanks
          return body + String(repeating: "·", count: line.count - body.count)
        }
    }
    let (before, after) = (lines(example.before), lines(example.after))
    let same = zip(before, after).prefix { $0 == $1 }.count
    guard max(before.count, after.count) > same else {
      return "example  \(example.id), which differs in empty lines at most"
    }
    func excerpt(_ title: String, _ lines: [String]) -> [String] {
      (lines.count > same
        ? lines.dropFirst(same).prefix(4) : [lines.isEmpty ? "(nothing)" : "(no more lines)"])
        .enumerated().map { index, line in
          let mark = (index == 0 ? title : "").padded(to: 7)
          return (mark + "│ " + line.truncated(to: page.width - 9)).trimmingTrailingBlanks
        }
    }
    return (["example  \(example.id)"] + excerpt("before", before) + excerpt("after", after))
      .joined(separator: "\n")
  }
}
