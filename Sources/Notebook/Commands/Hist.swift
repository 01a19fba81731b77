import ArgumentParser

/// How a tensor's numbers are spread.
package struct Hist: ExpressionCommand {
  package static let configuration = CommandConfiguration(
    abstract: "Show how a tensor's numbers are spread, as bars.",
    discussion: "For example: hist blocks.0.mlp.post --bins 20")

  @Argument(help: ArgumentHelp("A name or an expression.", valueName: "expression"))
  package var words: [String]
  @Option(help: "Into how many ranges the numbers are sorted, 1 to 100.") package var bins = 10
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func validate() throws {
    guard (1...100).contains(bins) else { throw ValidationError("--bins must be 1 to 100") }
  }

  package func report(in session: Session) throws -> any Report {
    Histogram(try tensor(in: session).tensor, binCount: bins)
  }
}
