import ArgumentParser
import Inference
import Models

/// The raw scores at every position, for other programs to compare with.
package struct Logits: CellCommand {
  package static let configuration = CommandConfiguration(
    abstract: "Print the model's logits for every position of a text.",
    discussion: "Tools/check_export.py compares the JSON with what transformers computes.")

  @OptionGroup var prompt: PromptArgument
  @OptionGroup package var run: RunOption
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func report(in session: Session) throws -> any Report {
    let desk = try session.trace(prompt.text, run: run.name)
    guard let trace = desk.trace, let logits = trace["logits"] else {
      preconditionFailure("a forward pass makes logits")
    }
    let size = logits.shape.lastSize
    let values = logits.values
    return LogitsReport(
      tokens: trace.batch.row(0),
      labels: trace.batch.row(0).map { desk.tokenizer.visibleLabel(of: $0) },
      logits: stride(from: 0, to: values.count, by: size).map { Array(values[$0..<$0 + size]) })
  }
}

/// Logits [position, vocabulary].
struct LogitsReport: Report {
  let tokens: [Int]
  let labels: [String]
  let logits: [[Float]]

  func text(on page: Page) -> String {
    var table = TextTable([
      .init("position", .right), .init("token"), .init("largest logit", .right),
      .init("id", .right),
    ])
    for (position, row) in logits.enumerated() {
      let best = row.indices.max { (row[$0], $1) < (row[$1], $0) } ?? 0
      table.add([
        "\(position)", labels[position], NumberFormat.fixed(row[best], decimals: 3), "\(best)",
      ])
    }
    return table.text(width: page.width)
  }
}
