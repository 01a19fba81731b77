import ArgumentParser

/// What tensors' numbers are like, side by side.
package struct Stats: ExpressionCommand {
  package static let configuration = CommandConfiguration(
    abstract: "List min, max, mean, deviation, norm and zeros of one or several tensors.",
    discussion: """
      For example: stats blocks.*.attn.out logits
      Several names or patterns stand with blanks between; * is any text, ? one character.
      """)

  @Argument(help: ArgumentHelp("An expression, or names and patterns.", valueName: "expression"))
  package var words: [String]
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func report(in session: Session) throws -> any Report {
    StatsTable(
      rows: try tensors(in: session).map { name, labelled in
        StatsTable.Row(
          name: name, sizes: labelled.shape.sizes, summary: TensorSummary(labelled.tensor))
      })
  }
}
