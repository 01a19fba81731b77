import Tensors

/// A matrix as coloured or shaded cells, with the labels of its rows and columns and a scale.
package struct HeatMap: Report, Sendable {
  /// With one or two axes and at least one element.
  let labelled: LabelledTensor

  private static let rowLimit = 64
  private static let labelLimit = 12
  private static let headerLimit = 8
  private static let cellWidth = 2

  /// - Throws: `Complaint` if there are more than two axes.
  init(_ labelled: LabelledTensor) throws {
    guard labelled.shape.rank <= 2 else {
      let zeros = [String](repeating: "0", count: labelled.shape.rank - 2).joined(separator: ", ")
      throw Complaint(
        "heat draws one or two axes, not \(labelled.shape)",
        remedy: "fix the first ones with an index: [\(zeros)]")
    }
    self.labelled = labelled
  }

  package func text(on page: Page) -> String {
    let (rowCount, columnCount) = size
    let rows = min(rowCount, Self.rowLimit)
    let headers = rowHeaders(rows)
    let headerWidth = headers.map { displayWidth(of: $0) }.max() ?? 0
    let gap = headerWidth > 0 ? 1 : 0
    let columns = max(1, min(columnCount, (page.width - headerWidth - gap) / Self.cellWidth))
    let indent = String(repeating: " ", count: headerWidth + gap)
    var lines = columnHeader(columns).map { (indent + $0).trimmingTrailingBlanks }
    let scale = scale
    let elements = labelled.tensor.pointer
    for row in 0..<rows {
      let cells = (0..<columns).map { column in
        scale.cell(elements[row * columnCount + column], columns: Self.cellWidth, page.colour)
      }
      let head = headers[row].padded(to: headerWidth + gap)
      lines.append((head + cells.joined()).trimmingTrailingBlanks)
    }
    if columns < columnCount || rows < rowCount {
      lines += ValueText.wrapped(
        ["rows 0 to \(rows - 1) of \(rowCount)", "columns 0 to \(columns - 1) of \(columnCount)"],
        width: page.width)
    }
    return (lines + ValueText.wrapped(scale.legend(page.colour), width: page.width))
      .joined(separator: "\n")
  }

  /// Which shade stands for which number.
  var scale: HeatScale { HeatScale(TensorSummary(labelled.tensor)) }

  var size: (rows: Int, columns: Int) {
    (labelled.shape.rank == 2 ? labelled.shape.axes[0].size : 1, labelled.shape.lastSize)
  }

  /// The numbers of the first rows, with their labels.
  func rowHeaders(_ rows: Int) -> [String] {
    guard labelled.shape.rank == 2 else { return [""] }
    let width = String(rows - 1).count
    let names = labelled.labels(ofAxis: 0)
    return (0..<rows).map { row in
      let number = String(row).rightAligned(to: width)
      return names.map {
        number + " " + VisibleText.of($0[row]).truncated(to: Self.labelLimit)
      } ?? number
    }
  }

  /// The columns' labels, written downwards; numbers where there are none.
  private func columnHeader(_ columns: Int) -> [String] {
    guard labelled.shape.rank > 0 else { return [] }
    guard let names = labelled.labels(ofAxis: labelled.shape.rank - 1) else {
      let step = columns > 10 ? 5 : 1
      let marks = stride(from: 0, to: columns, by: step).map {
        String($0).padded(to: step * Self.cellWidth)
      }
      return [String(marks.joined().prefix(columns * Self.cellWidth)).trimmingTrailingBlanks]
    }
    return LabelColumns.lines(
      of: names.prefix(columns).map { VisibleText.of($0).truncated(to: Self.headerLimit) },
      cellWidth: Self.cellWidth)
  }

  package var figure: Figure? { .heat([(title: "", map: self)]) }

  package func encode(to encoder: any Encoder) throws {
    try ValueReport(value: .tensor(labelled)).encode(to: encoder)
  }
}
