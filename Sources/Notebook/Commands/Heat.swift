import ArgumentParser

/// A matrix as a picture.
package struct Heat: ExpressionCommand {
  package static let configuration = CommandConfiguration(
    abstract: "Draw a matrix as a heat map, its positions labelled with their tokens.",
    discussion: "For example: heat blocks.0.attn.pattern[0, 2]")

  @Argument(
    help: ArgumentHelp("A name or an expression with one or two axes.", valueName: "expression"))
  package var words: [String]
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func report(in session: Session) throws -> any Report {
    let labelled = try tensor(in: session)
    return try placed { try HeatMap(labelled) }
  }
}
