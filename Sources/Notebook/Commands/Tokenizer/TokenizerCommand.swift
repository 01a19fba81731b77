import ArgumentParser
import Kernels
import Text
import Training

/// Trains a tokenizer, or describes one.
package struct TokenizerCommand: CellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "tokenizer",
    abstract: "Train a tokenizer on text, or describe the one on the desk.",
    discussion: """
      Without --data it learns from the documents on the desk (see collect). It then lies on the \
      desk, and in the workspace under its name. Without options the tokenizer on the desk is \
      described, if there is one. `merge` shows how training goes.
      """)

  @Option(help: "How many tokens it may have; \(Session.defaultVocabulary) if not given.")
  var vocab: Int?
  @OptionGroup package var data: DataOption
  @Option(help: "The name it is saved under; 'tokenizer' if not given.")
  var name: String?
  @Flag(help: "Describe the tokenizer on the desk; with --name, take that one from the workspace.")
  var show = false
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func validate() throws {
    if let name, !TrainingRequest.isName(name) {
      throw ValidationError(
        "--name \(name): use letters, digits, '-', '_' and '.', not starting with '.' or '-'")
    }
    if show, vocab != nil || data.source != nil {
      throw ValidationError("--show trains nothing: leave out --vocab and --data")
    }
  }

  package func report(in session: Session) throws -> any Report {
    if show, let name {
      let tokenizer = try session.savedTokenizer(name)
      session.desk.tokenizer = tokenizer
      return TokenizerReport(tokenizer)
    }
    let asksNothing = vocab == nil && data.source == nil && name == nil
    if show || (asksNothing && session.desk.tokenizer != nil) {
      return TokenizerReport(try session.tokenizer(ofRun: nil))
    }
    return try train(in: session)
  }

  private func train(in session: Session) throws -> TokenizerReport {
    let (source, sides) = try session.trainingDocuments(at: data.source)
    let start = ContinuousClock.now
    let counts = WordCounts(texts: sides.training.map(\.text))
    let tokenizer = try session.trainTokenizer(
      on: counts, size: vocab ?? Session.defaultVocabulary)
    let seconds = (ContinuousClock.now - start).seconds
    let name = name ?? "tokenizer"
    try session.save(tokenizer, as: name)
    session.desk.tokenizer = tokenizer
    let training = TokenizerReport.Training(
      source: source, documents: sides.training.count, bytes: counts.byteCount,
      asked: vocab ?? Session.defaultVocabulary,
      bytesPerToken: Fertility(of: tokenizer, on: counts).bytesPerToken,
      seconds: .seconds(seconds), file: "tokenizers/\(name).json")
    return TokenizerReport(tokenizer, training: training)
  }
}

extension Session {
  /// Trains a tokenizer of `size` tokens with a live line. Throws `TokenizerError`, and `Interrupted`
  /// after Ctrl-C.
  func trainTokenizer(on counts: WordCounts, size: Int) throws -> Tokenizer {
    var trainer = try TokenizerTrainer(words: counts, vocabularySize: size)
    let first = trainer.tokens.count
    defer { console.showProgress(nil) }
    while trainer.step() != nil {
      try checkInterrupt("no tokenizer was made")
      let merges = trainer.tokens.count - first
      guard merges % 64 == 0 else { continue }
      console.showProgress(
        ProgressLine.text(
          done: merges, of: size - first, facts: "merging", width: page.width))
    }
    return trainer.tokenizer
  }
}
