import ArgumentParser
import Inference
import Models
import Text

/// What the model expects next.
package struct Predict: CellCommand {
  package static let configuration = CommandConfiguration(
    abstract: "Show the most probable next tokens after a text.")

  @OptionGroup var prompt: PromptArgument
  @Option(help: "How many tokens to show.")
  var top = 8
  @Option(help: "Sharpens (below 1) or flattens (above 1) the probabilities.")
  var temperature: Float = 1
  @OptionGroup package var run: RunOption
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func validate() throws {
    guard top >= 1 else { throw ValidationError("--top \(top): show at least one token") }
    guard temperature > 0, temperature.isFinite else {
      throw ValidationError("--temperature \(temperature): give a number above 0")
    }
  }

  package func report(in session: Session) throws -> any Report {
    let desk = try session.trace(prompt.text, run: run.name)
    guard let trace = desk.trace, let logits = trace["logits"] else {
      preconditionFailure("a forward pass makes logits")
    }
    let size = logits.shape.lastSize
    let last = Array(logits.values.suffix(size))
    let candidates = Sampling(temperature: temperature).candidates(last)
    return PredictReport(
      tokens: trace.batch.row(0).map { desk.tokenizer.visibleLabel(of: $0) },
      predictions: candidates.prefix(top).map {
        PredictReport.Prediction(
          id: $0.id, token: desk.tokenizer.visibleLabel(of: $0.id), logit: last[$0.id],
          probability: $0.probability)
      }, others: candidates.dropFirst(top).reduce(0) { $0 + $1.probability })
  }
}

/// Tokens with their probabilities.
struct PredictReport: Report {
  struct Prediction: Encodable {
    let id: Int
    let token: String
    let logit: Float
    let probability: Float
  }
  let tokens: [String]
  let predictions: [Prediction]
  /// The probability of all tokens that are not shown.
  let others: Float

  func text(on page: Page) -> String {
    var table = TextTable([
      .init("next"), .init("id", .right), .init("logit", .right), .init("probability", .right),
      .init(""),
    ])
    let space = max(8, min(30, page.width - 50))
    for prediction in predictions {
      let length = (prediction.probability * Float(space)).rounded()
      let bar = length.isFinite ? Int(length) : 0
      table.add([
        prediction.token, "\(prediction.id)", NumberFormat.fixed(prediction.logit, decimals: 3),
        NumberFormat.percent(Double(prediction.probability)), String(repeating: "█", count: bar),
      ])
    }
    return WrappedList.text("tokens", tokens: tokens, indent: 8, width: page.width) + "\n\n"
      + table.text(width: page.width)
      + "\nall others: \(NumberFormat.percent(Double(others)))"
  }
}
