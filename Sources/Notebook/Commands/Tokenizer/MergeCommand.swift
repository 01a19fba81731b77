import ArgumentParser
import Text

/// Trains a tokenizer one merge at a time.
package struct MergeCommand: CellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract:
      "Train a tokenizer one merge at a time: the pair, its count, a text before and after.",
    discussion: """
      The first `merge` cuts the documents on the desk (see collect) into bytes; each one goes on \
      where the last one ended. `tokenizer` takes all steps at once.
      """)

  @Argument(help: "How many merges to make.")
  var count = 1
  @Option(help: "The text to show; words from the documents if not given.")
  var text: String?
  @Option(help: "A file or folder of text to learn from.", completion: .file())
  var data: String?
  @Flag(help: "Begin again with single bytes.")
  var restart = false
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func validate() throws {
    guard (1...1000).contains(count) else {
      throw ValidationError("\(count) merges: say a number from 1 to 1000")
    }
  }

  package func report(in session: Session) throws -> any Report {
    let start = try begin(in: session)
    if let text { session.desk.merging?.trainer.show(example: text) }
    let example = session.desk.merging?.trainer.exampleTokens ?? []
    var steps: [MergeStep] = []
    while steps.count < count, let step = session.desk.merging?.trainer.step() {
      steps.append(step)
      try session.checkInterrupt("\(steps.count) of \(count) merges were made")
    }
    let trainer = session.desk.merging?.trainer
    return MergeReport(
      start: start, example: example, steps: steps, vocabulary: trainer?.tokens.count ?? 0,
      isFinished: trainer?.isFinished ?? true)
  }

  /// Lays a new trainer on the desk if there is none, or if other documents are asked for.
  private func begin(in session: Session) throws -> MergeReport.Start? {
    if !restart, let merging = session.desk.merging, data == nil || data == merging.source {
      return nil
    }
    let (source, sides) = try session.trainingDocuments(at: data)
    let counts = WordCounts(texts: sides.training.map(\.text))
    let trainer = try TokenizerTrainer(
      words: counts, vocabularySize: TokenizerTrainer.largestVocabulary,
      example: Self.example(from: sides.training))
    session.desk.merging = DeskMerging(source: source, trainer: trainer)
    return MergeReport.Start(
      source: source, documents: sides.training.count, bytes: counts.byteCount)
  }

  /// The first words of the first full line, so few that their bytes fit a line of the page.
  private static func example(from documents: [Document]) -> String {
    for document in documents {
      for line in document.text.split(whereSeparator: \.isNewline) where line.utf8.count >= 60 {
        var words = ""
        for word in line.split(separator: " ") {
          if words.utf8.count + 1 + word.utf8.count > 32 { break }
          words += (words.isEmpty ? "" : " ") + word
        }
        if !words.isEmpty { return words }
      }
    }
    return String(documents.first?.text.prefix(32) ?? "")
  }
}

/// The merges that were made, and what each did to the text.
struct MergeReport: Report {
  struct Start: Encodable {
    let source: String
    let documents: Int
    let bytes: Int
  }
  /// What a new trainer learns from; nil when it went on.
  let start: Start?
  /// The text before the first of the merges.
  let example: [LabelledToken]
  let steps: [MergeStep]
  /// The tokens there are now.
  let vocabulary: Int
  let isFinished: Bool

  /// Of more merges than this only the last few are shown; `--json` has them all.
  private static let mostShown = 8
  private static let lastShown = 3

  func text(on page: Page) -> String {
    let isShort = steps.count > Self.mostShown
    let shown = isShort ? Array(steps.suffix(Self.lastShown)) : steps
    let labels = shown.map { "merge \($0.index + 1)" }
    let indent = (labels.map(\.count).max() ?? 4) + 2
    let margin = String(repeating: " ", count: indent)
    func tokens(_ label: String, _ tokens: [LabelledToken]) -> String {
      WrappedList.text(label, tokens: tokens.map(\.label), indent: indent, width: page.width)
    }
    var lines: [String] = []
    if let start {
      lines.append(
        "from".padded(to: indent) + "\(start.source): "
          + "\(NumberFormat.grouped(start.documents)) documents,"
          + " \(NumberFormat.grouped(start.bytes)) bytes")
    }
    lines.append(tokens("text", example))
    if isShort {
      lines.append("…".padded(to: indent) + "\(steps.count - shown.count) merges, then")
    }
    for (label, step) in zip(labels, shown) {
      lines.append(
        label.padded(to: indent)
          + "\(step.left.label) + \(step.right.label) → \(step.token.label)"
          + "  (\(NumberFormat.grouped(step.count)) times; the new token is \(step.token.id))")
      lines.append(
        step.before == step.after && !isShort
          ? margin + "no such pair in the text" : tokens("", step.after))
    }
    if isFinished {
      lines.append(
        "No pair occurs twice any more: \(NumberFormat.grouped(vocabulary)) tokens are all.")
    }
    return lines.joined(separator: "\n")
  }
}
