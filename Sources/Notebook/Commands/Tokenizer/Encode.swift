import ArgumentParser
import Text

/// A text as tokens.
package struct Encode: CellCommand {
  package static let configuration = CommandConfiguration(
    abstract: "Show the tokens of a text and their ids.",
    discussion: "For example: encode \"the ferry leaves at noon\"")

  @OptionGroup var prompt: PromptArgument
  @Flag(help: "Take <|endoftext|> and the like in the text for the special tokens they name.")
  var special = false
  @OptionGroup package var run: RunOption
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func report(in session: Session) throws -> any Report {
    let tokenizer = try session.tokenizer(ofRun: run.name)
    let ids = tokenizer.encode(prompt.text, allowSpecial: special)
    return EncodeReport(
      text: prompt.text, tokens: ids.map { tokenizer.visibleLabel(of: $0) }, ids: ids)
  }
}

/// Tokens and their ids.
struct EncodeReport: Report {
  let text: String
  let tokens: [String]
  let ids: [Int]

  private enum CodingKeys: String, CodingKey { case text, tokens, ids, count, bytes, bytesPerToken }

  func text(on page: Page) -> String {
    WrappedList.text("tokens", tokens: tokens, indent: 8, width: page.width) + "\n"
      + WrappedList.text(
        "ids", ids.map(String.init), separator: " ", indent: 8, width: page.width)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(text, forKey: .text)
    try container.encode(tokens, forKey: .tokens)
    try container.encode(ids, forKey: .ids)
    try container.encode(ids.count, forKey: .count)
    try container.encode(text.utf8.count, forKey: .bytes)
    try container.encode(
      ids.isEmpty ? 0 : Double(text.utf8.count) / Double(ids.count), forKey: .bytesPerToken)
  }
}
