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

  /// The text itself; control characters, which a terminal would obey, as `�`.
  func text(on page: Page) -> String {
    let shown = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      let isControl = scalar.properties.generalCategory == .control
      return isControl && scalar != "\n" && scalar != "\t" ? "\u{FFFD}" : scalar
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: shown)
    return String(view)
  }
}
