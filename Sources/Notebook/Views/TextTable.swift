/// Rows under a header, in columns as wide as a terminal shows them.
package struct TextTable {
  package enum Alignment: Sendable { case left, right }

  package struct Column: Sendable {
    let title: String
    let alignment: Alignment
    let cutsStart: Bool

    /// - Parameter cutsStart: whether a narrow page takes away the beginning of the cells instead
    ///   of their end, as with dotted names
    package init(_ title: String, _ alignment: Alignment = .left, cutsStart: Bool = false) {
      self.title = title
      self.alignment = alignment
      self.cutsStart = cutsStart
    }
  }

  private let columns: [Column]
  private var rows: [[String]] = []
  private static let gap = "  "

  package init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row; missing cells are empty.
  package mutating func add(_ cells: [String]) {
    precondition(cells.count <= columns.count, "\(cells.count) cells, \(columns.count) columns")
    rows.append(cells + [String](repeating: "", count: columns.count - cells.count))
  }

  private var widths: [Int] {
    columns.indices.map { column in
      ([columns[column].title] + rows.map { $0[column] }).map { displayWidth(of: $0) }.max() ?? 0
    }
  }

  /// How few columns the first one may be cut to.
  private static let leastFirst = 16

  private var totalWidth: Int { widths.reduce(0, +) + Self.gap.count * (columns.count - 1) }

  /// Whether rows fit into `width` columns with nothing cut.
  package func isWhole(width: Int) -> Bool { totalWidth <= width }

  /// Whether rows fit into `width` columns, the first column cut if need be.
  package func fits(width: Int) -> Bool {
    totalWidth <= width || widths[0] - (totalWidth - width) >= min(widths[0], Self.leastFirst)
  }

  /// The table in at most `width` columns: when it is wider, the first column is cut, and when
  /// that is not enough, each row becomes a block of lines `title  cell`.
  package func text(width: Int) -> String {
    guard fits(width: width) else { return blocks(width: width) }
    var widths = widths
    widths[0] -= max(0, totalWidth - width)
    let lines = [columns.map(\.title)] + rows
    return lines.map { line($0, widths) }.joined(separator: "\n")
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = zip(zip(cells, columns), widths).map { pair, width in
      let cell =
        pair.1.cutsStart ? pair.0.truncatedAtStart(to: width) : pair.0.truncated(to: width)
      return pair.1.alignment == .left ? cell.padded(to: width) : cell.rightAligned(to: width)
    }
    return padded.joined(separator: Self.gap).trimmingTrailingBlanks
  }

  private func blocks(width: Int) -> String {
    let titleWidth = columns.map { displayWidth(of: $0.title) }.max() ?? 0
    return rows.map { row in
      zip(columns, row).filter { !$0.1.isEmpty }.map { column, cell in
        (column.title.padded(to: titleWidth) + Self.gap + cell).truncated(to: width)
      }.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }
}

extension String {
  /// Without blanks at the end.
  package var trimmingTrailingBlanks: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
