import Tensors

/// The first rows and columns of a tensor's first matrix, as many as the page takes, with the
/// numbers and labels of their positions.
struct TensorCorner {
  let labelled: LabelledTensor

  private static let rowLimit = 8
  private static let columnLimit = 64
  private static let rowLabelLimit = 12
  private static let columnLabelLimit = 8
  private static let gap = "  "

  /// Lines; none for a tensor without elements.
  func lines(width: Int) -> [String] {
    let shape = labelled.shape
    guard shape.count > 0, shape.rank > 0 else { return [] }
    let leading = shape.axes.dropLast(2)
    let place = leading.map { "\($0.name) 0" }.joined(separator: ", ")
    return (leading.isEmpty ? [] : ["at " + place + ":"])
      + TensorCorner(labelled: labelled.firstMatrix).matrix(width: width)
  }

  private func matrix(width: Int) -> [String] {
    let rank = labelled.shape.rank
    let size = labelled.shape.lastSize
    let rowCount = rank == 2 ? labelled.shape.axes[0].size : 1
    let rows = min(rowCount, Self.rowLimit)
    var columns = min(size, Self.columnLimit)
    let headers = rank == 2 ? rowHeaders(rows) : [""]
    let headerWidth = headers.map { displayWidth(of: $0) }.max() ?? 0
    var cells: [[String]] = []
    var cellWidth = 0
    // The numbers decide how wide a column is, and that how many numbers there are.
    while true {
      cells = formatted(rows, columns, size)
      let names = columnHeaders(columns)
      cellWidth = (cells.joined().map(\.count) + names.map { displayWidth(of: $0) }).max() ?? 0
      let rest = columns < size ? 3 : 0
      let used = headerWidth + columns * (cellWidth + Self.gap.count) + rest
      if used <= max(width, headerWidth + cellWidth + 2) || columns == 1 { break }
      columns -= 1
    }
    var lines: [String] = []
    for header in columnHeaderLines(columns) {
      lines.append(line("", header, headerWidth, cellWidth))
    }
    for (header, row) in zip(headers, cells) {
      lines.append(line(header, row + (columns < size ? ["…"] : []), headerWidth, cellWidth))
    }
    if rows < rowCount { lines.append("…") }
    return lines
  }

  private func formatted(_ rows: Int, _ columns: Int, _ size: Int) -> [[String]] {
    let elements = labelled.tensor.pointer
    let values = (0..<rows).flatMap { row in (0..<columns).map { elements[row * size + $0] } }
    let written = NumberFormat.column(values)
    return (0..<rows).map { Array(written[$0 * columns..<($0 + 1) * columns]) }
  }

  private func rowHeaders(_ rows: Int) -> [String] {
    let numberWidth = String(rows - 1).count
    let names = labelled.labels(ofAxis: 0)?.prefix(rows).map {
      Self.shortened($0, Self.rowLabelLimit)
    }
    let nameWidth = names?.map { displayWidth(of: $0) }.max() ?? 0
    return (0..<rows).map { row in
      let number = String(row).rightAligned(to: numberWidth)
      return names.map { number + " " + $0[row].padded(to: nameWidth) } ?? number
    }
  }

  private func columnHeaders(_ columns: Int) -> [String] {
    columnHeaderLines(columns).flatMap { $0 }
  }

  private func columnHeaderLines(_ columns: Int) -> [[String]] {
    let numbers = (0..<columns).map(String.init)
    guard let names = labelled.labels(ofAxis: labelled.shape.rank - 1) else { return [numbers] }
    return [numbers, names.prefix(columns).map { Self.shortened($0, Self.columnLabelLimit) }]
  }

  private static func shortened(_ label: String, _ limit: Int) -> String {
    TokenLabel.visible(label).truncated(to: limit)
  }

  private func line(_ header: String, _ cells: [String], _ headerWidth: Int, _ cellWidth: Int)
    -> String
  {
    let columns = cells.map { cell in
      Self.gap + (cell == "…" ? cell : cell.rightAligned(to: cellWidth))
    }
    let text = header.padded(to: headerWidth) + columns.joined()
    return (headerWidth == 0 ? String(text.dropFirst(Self.gap.count)) : text)
      .trimmingTrailingBlanks
  }
}
