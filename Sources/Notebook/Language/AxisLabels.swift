/// What is written along one axis of a tensor, beside the running number.
package enum AxisLabels: Sendable, Equatable {
  /// Nothing but the number.
  case numbered
  /// One label for each index.
  case fixed([String])
  /// The labels differ from batch row to batch row (each row has its own tokens): one list for each
  /// index of the tensor's row axis. They become `fixed` when one row is chosen.
  case perRow([[String]])

  var isPerRow: Bool {
    if case .perRow = self { return true }
    return false
  }

  /// The labels that remain when this axis is cut down to some indices, in that order.
  func selecting(_ indices: [Int]) -> AxisLabels {
    switch self {
    case .numbered: .numbered
    case .fixed(let labels): .fixed(indices.map { labels[$0] })
    case .perRow(let rows): .perRow(rows.map { row in indices.map { row[$0] } })
    }
  }

  /// The labels that remain when the row axis is cut down to some rows.
  func selectingRows(_ indices: [Int]) -> AxisLabels {
    guard case .perRow(let rows) = self else { return self }
    return .perRow(indices.map { rows[$0] })
  }

  /// The labels of one batch row.
  func choosingRow(_ row: Int) -> AxisLabels {
    guard case .perRow(let rows) = self else { return self }
    return .fixed(rows[row])
  }
}
