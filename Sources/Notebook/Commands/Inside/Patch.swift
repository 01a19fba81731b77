import ArgumentParser
import Inference
import Models
import Tensors

/// What an activation of another text does in this one.
package struct Patch: ExpressionCommand {
  package static let configuration = CommandConfiguration(
    abstract: "Put another text's activation into the last pass and see what the prediction does.",
    discussion: """
      For example: patch blocks.1.resid_post[0, -1] --from "The ferry leaves at"
      Texts of different lengths share single positions: [0, -1] is the last one of each.
      """)

  @Argument(help: ArgumentHelp("An activation, or a part of one.", valueName: "expression"))
  package var words: [String]
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("The text that the activation comes from.", valueName: "text"))
  var from: [String]
  @OptionGroup var options: InterventionOptions
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func report(in session: Session) throws -> any Report {
    let view = try PassView(over: nil, run: options.run.name, in: session)
    let part = try ActivationPart(expression, of: view, in: session)
    let text = Self.typed(from)
    let tokens = try session.tokens(of: text, view.desk.tokenizer)
    let other = try view.model.trace(TokenBatch([tokens]), pool: session.pool())
    guard let whole = other[part.name] else { preconditionFailure("every pass has \(part.name)") }
    let source = try part.part(of: view.labelled(whole))
    let target = try part.part(of: part.whole)
    guard source.shape.sizes == target.shape.sizes else {
      throw ExpressionError(
        "\(source.shape) of the other text does not fit \(target.shape)",
        remedy:
          "the texts have \(tokens.count) and \(view.trace.batch.time) tokens; choose one position"
          + ", as in blocks.0.resid_post[0, -1]", source: expression, range: 0..<expression.count)
    }
    return try Intervention(part: part, replacement: "that of \"\(text)\"", value: source)
      .report(of: view, options, in: session)
  }
}
