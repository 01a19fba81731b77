import ArgumentParser

/// The cells that were typed.
struct HistoryMagic: CellCommand {
  static let configuration = CommandConfiguration(
    commandName: "%history", abstract: "List the cells of this sitting.",
    discussion: "For example: %history 3-7")
  @Argument(help: "Numbers of cells, as in 3, 3-7 or 5-; all if none is given.")
  var cells: [String] = []
  @OptionGroup var output: OutputOptions

  func report(in session: Session) throws -> any Report {
    HistoryReport(cells: try CellNumbers(cells).records(of: session))
  }
}

/// Cells with their numbers.
struct HistoryReport: Report {
  struct Entry: Encodable {
    let number: Int
    let cell: String
  }
  let cells: [Entry]

  init(cells: [CellRecord]) {
    self.cells = cells.map { Entry(number: $0.number, cell: $0.text) }
  }

  func text(on page: Page) -> String {
    let width = cells.map { String($0.number).count }.max() ?? 0
    return cells.map { entry in
      let lines = entry.cell.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.enumerated().map { index, line in
        (index == 0 ? String(entry.number) : "").rightAligned(to: width) + "  " + line
      }.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
