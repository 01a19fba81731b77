import Tensors

/// What several tensors' numbers are like, one row each.
struct StatsTable: Report {
  struct Row: Encodable {
    let name: String
    let sizes: [Int]
    let summary: TensorSummary
  }

  let rows: [Row]

  /// As many columns as the page takes: the shape goes first, then the norm.
  func text(on page: Page) -> String {
    let variants = [
      Column.allCases, Column.allCases.filter { $0 != .shape },
      Column.allCases.filter { $0 != .shape && $0 != .norm },
    ].map { table($0.filter(isNeeded)) }
    let fitting = variants.first { $0.width <= page.width } ?? variants[variants.count - 1]
    return fitting.text(width: page.width)
  }

  private enum Column: String, CaseIterable {
    case name, shape, min, max, mean, deviation = "σ", norm, zeros, special = "not finite"
  }

  private func isNeeded(_ column: Column) -> Bool {
    column != .special || rows.contains { $0.summary.nan + $0.summary.infinite > 0 }
  }

  private func table(_ columns: [Column]) -> TextTable {
    var table = TextTable(
      columns.map { TextTable.Column($0.rawValue, $0 == .name || $0 == .shape ? .left : .right) })
    for row in rows { table.add(columns.map { Self.cell($0, row) }) }
    return table
  }

  private static func cell(_ column: Column, _ row: Row) -> String {
    let summary = row.summary
    switch column {
    case .name: return row.name
    case .shape:
      return row.sizes.isEmpty ? "number" : row.sizes.map(String.init).joined(separator: "×")
    case .min: return summary.min.map { NumberFormat.short($0) } ?? ""
    case .max: return summary.max.map { NumberFormat.short($0) } ?? ""
    case .mean: return summary.mean.map { NumberFormat.short($0) } ?? ""
    case .deviation: return summary.deviation.map { NumberFormat.short($0) } ?? ""
    case .norm: return NumberFormat.short(summary.norm)
    case .zeros: return String(summary.zeros)
    case .special:
      let count = summary.nan + summary.infinite
      return count > 0 ? "! \(count)" : ""
    }
  }
}
