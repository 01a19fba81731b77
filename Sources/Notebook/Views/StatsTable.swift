import Tensors

/// What several tensors' numbers are like, one row each.
struct StatsTable: Report {
  struct Row: Encodable {
    let name: String
    let sizes: [Int]
    let summary: TensorSummary
  }

  let rows: [Row]

  /// As many columns as the page takes beside whole names: the shape goes first, then the norm, the
  /// zeros, the mean. If that is not enough, names are cut, or there are blocks with all columns.
  func text(on page: Page) -> String {
    let less: [Column] = [.shape, .norm, .zeros, .mean]
    let variants = (0...less.count).map { count in
      table(Column.allCases.filter { isNeeded($0) && !less.prefix(count).contains($0) })
    }
    let chosen =
      variants.first { $0.isWhole(width: page.width) }
      ?? variants.prefix(3).first { $0.fits(width: page.width) }
    return (chosen ?? variants[0]).text(width: page.width)
  }

  private enum Column: String, CaseIterable {
    case name, shape, min, max, mean, deviation = "σ", norm, zeros, infinite = "inf", nan = "! NaN"
  }

  private func isNeeded(_ column: Column) -> Bool {
    switch column {
    case .infinite: rows.contains { $0.summary.infinite > 0 }
    case .nan: rows.contains { $0.summary.nan > 0 }
    default: true
    }
  }

  private func table(_ columns: [Column]) -> TextTable {
    var table = TextTable(
      columns.map { column in
        TextTable.Column(
          column.rawValue, column == .name || column == .shape ? .left : .right,
          cutsStart: column == .name)
      })
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
    case .infinite: return summary.infinite > 0 ? String(summary.infinite) : ""
    case .nan: return summary.nan > 0 ? String(summary.nan) : ""
    }
  }
}
