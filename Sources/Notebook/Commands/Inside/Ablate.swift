import ArgumentParser
import Tensors

/// What the model would do without an activation.
package struct Ablate: ExpressionCommand {
  package static let configuration = CommandConfiguration(
    abstract: "Replace an activation and see what the prediction and the loss do.",
    discussion: """
      For example: ablate blocks.0.attn.z[0, 1] --to mean
      The last pass is computed once more with these numbers replaced; everything behind them follows. \
      The desk keeps the pass as it was.
      """)

  @Argument(help: ArgumentHelp("An activation, or a part of one.", valueName: "expression"))
  package var words: [String]
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "zero, mean (over the texts and positions of the pass), or an expression.",
      valueName: "expression"))
  var to = ["zero"]
  @OptionGroup var options: InterventionOptions
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func report(in session: Session) throws -> any Report {
    let view = try PassView(over: nil, run: options.run.name, in: session)
    let part = try ActivationPart(expression, of: view, in: session)
    return try intervention(on: part, in: session).report(of: view, options, in: session)
  }

  private func intervention(on part: ActivationPart, in session: Session) throws -> Intervention {
    let source = Self.typed(to)
    switch source {
    case "zero":
      let zero = LabelledTensor(Tensor(scalar: 0))
      return Intervention(part: part, replacement: "zero", value: zero)
    case "mean":
      let mean = try part.part(of: part.meanOverPositions())
      return Intervention(part: part, replacement: "the mean over the positions", value: mean)
    default:
      let value = try session.evaluate(expression: source)
      do {
        return Intervention(part: part, replacement: source, value: try value.tensorValue())
      } catch let complaint as Complaint {
        throw ExpressionError(
          complaint.message, remedy: complaint.remedy, source: source, range: 0..<source.count)
      }
    }
  }
}
