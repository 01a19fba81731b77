import Tensors

/// What several tensors' numbers are like, one row each.
struct StatsTable: Report {
  struct Row: Encodable {
    let name: String
    let sizes: [Int]
    let summary: TensorSummary
  }

  let rows: [Row]

  func text(on page: Page) -> String {
    let hasSpecial = rows.contains { $0.summary.nan + $0.summary.infinite > 0 }
    var columns: [TextTable.Column] = [
      .init("name"), .init("shape"), .init("min", .right), .init("max", .right),
      .init("mean", .right), .init("σ", .right), .init("norm", .right), .init("zeros", .right),
    ]
    if hasSpecial { columns.append(.init("not finite", .right)) }
    var table = TextTable(columns)
    for row in rows {
      let summary = row.summary
      let cells = [
        row.name, row.sizes.isEmpty ? "number" : row.sizes.map(String.init).joined(separator: "×"),
        summary.min.map { NumberFormat.short($0) } ?? "",
        summary.max.map { NumberFormat.short($0) } ?? "",
        summary.mean.map { NumberFormat.short($0) } ?? "",
        summary.deviation.map { NumberFormat.short($0) } ?? "", NumberFormat.short(summary.norm),
        String(summary.zeros),
      ]
      table.add(cells + (hasSpecial ? ["! \(summary.nan + summary.infinite)"] : []))
    }
    return table.text(width: page.width)
  }
}
