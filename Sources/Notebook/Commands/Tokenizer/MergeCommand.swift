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
  @OptionGroup package var data: DataOption
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
    if !restart, let merging = session.desk.merging,
      data.source == nil || data.source == merging.source
    {
      return nil
    }
    let (source, sides) = try session.trainingDocuments(at: data.source)
    let counts = WordCounts(texts: sides.training.map(\.text))
    let trainer = try TokenizerTrainer(
      words: counts, vocabularySize: TokenizerTrainer.largestVocabulary,
      example: ExampleText.choose(from: sides.training, counts))
    session.desk.merging = DeskMerging(source: source, trainer: trainer)
    return MergeReport.Start(
      source: source, documents: sides.training.count, bytes: counts.byteCount)
  }
}
