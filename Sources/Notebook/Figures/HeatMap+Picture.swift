import Tensors

/// What a picture shows of a heat map: its first rows and columns, with their labels and places.
extension HeatMap {
  private static let sizeLimit = 64
  private static let labelLimit = 12

  var shownRows: Int { min(size.rows, Self.sizeLimit) }
  var shownColumns: Int { min(size.columns, Self.sizeLimit) }

  func value(_ row: Int, _ column: Int) -> Float {
    labelled.tensor.pointer[row * size.columns + column]
  }

  /// Whether columns are labelled by more than their numbers.
  var hasColumnLabels: Bool { columnNames != nil }

  private var columnNames: [String]? {
    labelled.shape.rank == 0 ? nil : labelled.labels(ofAxis: labelled.shape.rank - 1)
  }

  /// Labels of the first columns; where there are none, the number of every fifth.
  func columnLabels(_ count: Int) -> [String] {
    guard let names = columnNames else {
      let step = count > 10 ? 5 : 1
      return (0..<count).map { $0 % step == 0 ? String($0) : "" }
    }
    return names.prefix(count).map { VisibleText.of($0).truncated(to: Self.labelLimit) }
  }

  /// Where an element lies, before its value: `query 2 ·leaves, key 0 The: `.
  func place(_ row: Int, _ column: Int) -> String {
    let indices = [row, column].suffix(labelled.shape.rank)
    let parts = zip(labelled.shape.axes.indices, indices).map { axis, index in
      let label = labelled.labels(ofAxis: axis).map { " " + VisibleText.of($0[index]) } ?? ""
      return "\(labelled.shape.axes[axis].name) \(index)\(label)"
    }
    return parts.isEmpty ? "" : parts.joined(separator: ", ") + ": "
  }

  /// What is left out, if something is.
  var cutNotice: String? {
    guard shownRows < size.rows || shownColumns < size.columns else { return nil }
    return "rows 0 to \(shownRows - 1) of \(size.rows), columns 0 to \(shownColumns - 1) of "
      + "\(size.columns)"
  }
}
