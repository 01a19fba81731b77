import ArgumentParser

/// Where a model's numbers lie.
package struct Params: CellCommand {
  package static let configuration = CommandConfiguration(
    abstract: "List the model's parameters: shapes, counts, and each one's share.")

  @OptionGroup package var output: OutputOptions

  package init() {}

  package func report(in session: Session) throws -> any Report {
    ParameterTable(session.tensorNames)
  }
}
