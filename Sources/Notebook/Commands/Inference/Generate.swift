import ArgumentParser
import Inference
import Models
import Text

/// Continues a text.
package struct Generate: CellCommand {
  package static let configuration = CommandConfiguration(
    abstract: "Continue a text, one token at a time.")

  @OptionGroup var prompt: PromptArgument
  @OptionGroup package var run: RunOption
  @OptionGroup(title: "Sampling") var options: SamplingOptions
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func report(in session: Session) throws -> any Report {
    let desk = try session.useModel(run.name)
    let tokens = try session.tokens(of: prompt.text, desk.tokenizer)
    if !output.json { session.console.stream(prompt.text) }
    let continuation = try session.continuation(
      of: tokens, desk, options, ends: [Session.documentEnd], streams: !output.json)
    if !output.json { session.console.stream("\n") }
    return GenerateReport(prompt: prompt.text, promptTokens: tokens.count, continuation)
  }
}

extension Session {
  /// Generates after `tokens`, streaming the text to the console if asked.
  func continuation(
    of tokens: [Int], _ desk: DeskModel, _ options: SamplingOptions, ends: [String], streams: Bool
  ) throws -> Continuation {
    let generator = try Generator(
      desk.model, prompt: tokens, sampling: options.sampling(seed: self.desk.seed),
      usesCache: options.cache, pool: try pool())
    return try Continuation(
      generator, tokenizer: desk.tokenizer, limit: options.tokens,
      endTokens: ends.compactMap { desk.tokenizer.specialID($0) }, stops: options.stop,
      onText: { if streams && !$0.isEmpty { console.stream($0.harmless) } },
      isInterrupted: { console.isInterrupted })
  }
}

/// A continuation and what it cost.
struct GenerateReport: Report {
  let prompt: String
  let text: String
  let ids: [Int]
  let promptTokens: Int
  let ending: Continuation.Ending
  let secondsToFirstToken: Varying
  let tokensPerSecond: Varying

  init(prompt: String, promptTokens: Int, _ continuation: Continuation) {
    self.prompt = prompt
    self.promptTokens = promptTokens
    text = continuation.text
    ids = continuation.ids
    ending = continuation.ending
    secondsToFirstToken = .seconds(continuation.firstToken.seconds)
    let rate = Double(continuation.ids.count) / max(continuation.total.seconds, 1e-9)
    tokensPerSecond = Varying(rate) { NumberFormat.grouped(Int($0)) }
  }

  /// The text was streamed; this is what comes after it.
  func text(on page: Page) -> String {
    let reason =
      switch ending {
      case .length: "the length asked for"
      case .endToken: "an end token"
      case .stopText: "a stop text"
      case .interrupted: "your Ctrl-C"
      }
    let facts = [
      "\(promptTokens) tokens read, \(ids.count) made, ended by \(reason);",
      "first token after \(secondsToFirstToken.text(on: page)),"
        + " \(tokensPerSecond.text(on: page)) tokens per second",
    ]
    return ValueText.wrapped(facts, width: page.width, gap: 1).joined(separator: "\n")
  }
}
