import ArgumentParser
import Text

/// Tokens as a text.
package struct Decode: CellCommand {
  package static let configuration = CommandConfiguration(
    abstract: "Show the text that token ids stand for.",
    discussion: """
      For example: decode 301 87
      Bytes that are no text by themselves are shown as �.
      """)

  @Argument(help: "Token ids.")
  var ids: [Int]
  @OptionGroup package var run: RunOption
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func report(in session: Session) throws -> any Report {
    let tokenizer = try session.tokenizer(ofRun: run.name)
    return DecodeReport(
      ids: ids, tokens: try tokenizer.labelled(ids).map(\.label),
      text: try tokenizer.decodeText(ids))
  }
}

/// A decoded text.
struct DecodeReport: Report {
  let ids: [Int]
  let tokens: [String]
  let text: String

  func text(on page: Page) -> String { text.harmless }
}
