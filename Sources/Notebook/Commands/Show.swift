import ArgumentParser
import Tensors

/// A value: one line of facts, then a corner of its numbers.
package struct Show: ExpressionCommand {
  package static let configuration = CommandConfiguration(
    abstract: "Show a tensor: its axes, what its numbers are like, and a corner of them.",
    discussion: "For example: show blocks.0.attn.pattern[0, 2]")

  @Argument(help: ArgumentHelp("A name or an expression.", valueName: "expression"))
  package var words: [String]
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func report(in session: Session) throws -> any Report {
    ValueReport(value: try session.evaluate(expression: expression))
  }
}

/// A value as people and machines read it.
struct ValueReport: Report {
  let value: Value

  private enum CodingKeys: String, CodingKey { case value, axes, sizes, labels, summary, values }

  func text(on page: Page) -> String { ValueText.text(of: value, on: page) }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    guard case .tensor(let labelled) = value, labelled.shape.rank > 0 else {
      try container.encode(PlainValue(value: value), forKey: .value)
      return
    }
    try container.encode(labelled.shape.names, forKey: .axes)
    try container.encode(labelled.shape.sizes, forKey: .sizes)
    try container.encode(
      (0..<labelled.shape.rank).map { labelled.labels(ofAxis: $0) }, forKey: .labels)
    try container.encode(TensorSummary(labelled.tensor), forKey: .summary)
    try container.encode(labelled.tensor.values, forKey: .values)
  }
}

/// A number, text, truth or list as JSON has them.
private struct PlainValue: Encodable {
  let value: Value

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch value {
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    case .truth(let truth): try container.encode(truth)
    case .list(let items): try container.encode(items.map { PlainValue(value: $0) })
    case .tensor(let labelled):
      if labelled.shape.rank == 0 {
        try container.encode(labelled.tensor.scalar)
      } else {
        try container.encode(labelled.tensor.values)
      }
    }
  }
}
