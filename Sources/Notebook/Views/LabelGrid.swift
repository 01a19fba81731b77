/// A table of labels with a number each, coloured by a share; columns that the page has no room for
/// follow in further bands.
struct LabelGrid {
  struct Cell {
    let label: String
    let number: String
    /// From 0 to 1: how light the cell is.
    let share: Double
  }

  struct Row {
    let title: String
    let cells: [Cell]
  }

  let columns: [String]
  let rows: [Row]

  private static let gap = "  "

  /// Lines of at most the page's width, as long as one column fits.
  func lines(on page: Page) -> [String] {
    let titleWidth = rows.map { displayWidth(of: $0.title) }.max() ?? 0
    let numberWidth = rows.flatMap(\.cells).map { displayWidth(of: $0.number) }.max() ?? 0
    let labels = rows.flatMap(\.cells).map { displayWidth(of: $0.label) + 1 + numberWidth }
    let room = max(1, page.width - titleWidth - Self.gap.count)
    let width = min((labels + columns.map { displayWidth(of: $0) }).max() ?? 1, room)
    let count = max(1, (room + Self.gap.count) / (width + Self.gap.count))
    let bands = stride(from: 0, to: columns.count, by: count).map { first in
      band(first..<min(first + count, columns.count), titleWidth, width, page.colour)
    }
    return Array(bands.joined(separator: [""]))
  }

  private func band(
    _ range: Range<Int>, _ titleWidth: Int, _ width: Int, _ colour: Page.Colour
  ) -> [String] {
    func line(_ title: String, _ cells: [String]) -> String {
      ([title.padded(to: titleWidth)] + cells).joined(separator: Self.gap).trimmingTrailingBlanks
    }
    let head = line("", range.map { columns[$0].truncated(to: width).padded(to: width) })
    return [head]
      + rows.map { row in
        line(
          row.title,
          range.map { index in
            let cell = row.cells[index]
            let label = cell.label.truncated(to: max(1, width - 1 - displayWidth(of: cell.number)))
            let gap = width - displayWidth(of: label) - displayWidth(of: cell.number)
            let text = label + String(repeating: " ", count: max(0, gap)) + cell.number
            return ColourScale.painted(text, cell.share, colour)
          })
      }
  }
}
