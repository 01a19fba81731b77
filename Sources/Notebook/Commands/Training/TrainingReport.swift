import Models
import Training

/// What a run came to: its size, how the loss fell, and the fingerprint of its weights.
struct TrainingReport: Report {
  let summary: TrainingSummary
  /// Lines that a special kind of training adds.
  var notes: [String] = []

  func encode(to encoder: any Encoder) throws { try summary.encode(to: encoder) }

  private var chart: LineChart? { LossCurve.chart(of: [(summary.run, summary.records)]) }

  var figure: Figure? { chart.map { .curves($0) } }

  func text(on page: Page) -> String {
    caption(on: page) + (chart.map { "\n\n" + $0.text(on: page) } ?? "")
  }

  func caption(on page: Page) -> String {
    let facts = [
      "run      \(summary.run): \(stepsText), \(NumberFormat.grouped(summary.trained)) weights"
        + " trained of \(NumberFormat.grouped(summary.parameters))",
      "data     \(NumberFormat.grouped(summary.trainTokens)) tokens to learn from,"
        + " \(NumberFormat.grouped(summary.heldOutTokens)) held out",
      "time     \(summary.seconds.text(on: page)), \(summary.tokensPerSecond.text(on: page))"
        + " tokens per second",
      "weights  fingerprint \(summary.weights)",
    ]
    return ([facts.joined(separator: "\n")] + notes + [table(on: page)])
      .filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private var stepsText: String {
    summary.steps == summary.asked
      ? "\(summary.steps) steps"
      : "stopped after \(summary.steps) of \(summary.asked) steps; `train --resume \(summary.run)` goes on"
  }

  /// The steps at which held-out loss was measured.
  private func table(on page: Page) -> String {
    var table = TextTable([
      .init("step", .right), .init("loss", .right), .init("held out", .right),
      .init("learning rate", .right), .init("gradient norm", .right),
    ])
    for record in summary.records
    where record.heldOutLoss != nil
      || record.step == summary.records.first?.step
    {
      table.add([
        "\(record.step)", NumberFormat.fixed(record.loss, decimals: 3),
        record.heldOutLoss.map { NumberFormat.fixed($0, decimals: 3) } ?? "–",
        NumberFormat.short(record.rate), NumberFormat.fixed(record.gradientNorm, decimals: 2),
      ])
    }
    return table.text(width: page.width)
  }
}
