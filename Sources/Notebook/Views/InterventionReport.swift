/// What a replaced activation does to the loss and the prediction.
struct InterventionReport: Report {
  struct Loss: Encodable {
    let before: Float
    let after: Float
  }

  struct Prediction: Encodable {
    let id: Int
    let token: String
    let before: Float
    let after: Float
  }

  let replaced: String
  let replacement: String
  /// How many numbers were replaced.
  let numbers: Int
  /// The mean over the pass's own tokens; nil for a single token.
  let loss: Loss?
  /// The text up to the position whose prediction this is.
  let tokens: [String]
  let predictions: [Prediction]

  func text(on page: Page) -> String {
    var facts = Glossary()
    facts.add(
      "replaced", "\(replaced) (\(NumberFormat.counted(numbers, "number"))) by \(replacement)")
    if let loss {
      facts.add(
        "loss",
        "\(NumberFormat.fixed(loss.before, decimals: 4)) before, "
          + "\(NumberFormat.fixed(loss.after, decimals: 4)) after: \(Self.change(loss))")
    }
    var table = TextTable([
      .init("next"), .init("id", .right), .init("before", .right), .init("after", .right),
      .init("change", .right),
    ])
    for prediction in predictions {
      let change = Double(prediction.after) - Double(prediction.before)
      let written = NumberFormat.percent(change)
      table.add([
        prediction.token, "\(prediction.id)", NumberFormat.percent(Double(prediction.before)),
        NumberFormat.percent(Double(prediction.after)),
        (change > 0 && written != "0.0%" ? "+" : "") + written,
      ])
    }
    return facts.text(width: page.width) + "\n"
      + WrappedList.text("tokens", tokens: tokens, indent: 10, width: page.width) + "\n\n"
      + table.text(width: page.width)
  }

  private static func change(_ loss: Loss) -> String {
    guard loss.after != loss.before else { return "unchanged" }
    let change = loss.after - loss.before
    return (change > 0 ? "+" : "") + NumberFormat.fixed(change, decimals: 4)
  }
}
