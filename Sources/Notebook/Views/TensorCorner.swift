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
    let headers = rank == 2 ? rowHeaders(rows) : [""]
    let headerWidth = headers.map { displayWidth(of: $0) }.max() ?? 0
    let most = min(size, Self.columnLimit, max(1, (width - headerWidth) / (Self.gap.count + 1)))
    func room(for columns: Int) -> Int {
      width - headerWidth - (columns < size ? 3 : 0)
    }
    var columns = most
    var (cells, cellWidth) = formatted(rows, columns, size)
    // The numbers decide how wide a column is, and that how many numbers there are.
    while columns > 1, columns * (cellWidth + Self.gap.count) > room(for: columns) {
      columns = max(1, min(columns - 1, room(for: columns - 1) / (cellWidth + Self.gap.count)))
      (cells, cellWidth) = formatted(rows, columns, size)
    }
    while columns < most {
      let (more, wider) = formatted(rows, columns + 1, size)
      guard (columns + 1) * (wider + Self.gap.count) <= room(for: columns + 1) else { break }
      columns += 1
      (cells, cellWidth) = (more, wider)
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

  /// The first numbers of each row, and how wide the widest of them or of the headers is.
  private func formatted(_ rows: Int, _ columns: Int, _ size: Int) -> ([[String]], width: Int) {
    let elements = labelled.tensor.pointer
    let values = (0..<rows).flatMap { row in (0..<columns).map { elements[row * size + $0] } }
    let written = NumberFormat.column(values)
    let cells = (0..<rows).map { Array(written[$0 * columns..<($0 + 1) * columns]) }
    let names = columnHeaderLines(columns).joined().map { displayWidth(of: $0) }
    return (cells, (written.map(\.count) + names).max() ?? 0)
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

  private func columnHeaderLines(_ columns: Int) -> [[String]] {
    let numbers = (0..<columns).map(String.init)
    guard let names = labelled.labels(ofAxis: labelled.shape.rank - 1) else { return [numbers] }
    return [numbers, names.prefix(columns).map { Self.shortened($0, Self.columnLabelLimit) }]
  }

  private static func shortened(_ label: String, _ limit: Int) -> String {
    VisibleText.of(label).truncated(to: limit)
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
