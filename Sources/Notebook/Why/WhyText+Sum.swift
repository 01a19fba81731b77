extension WhyText {
  /// What a sum's letters stand for, how it is added, and its largest terms.
  func sum(_ sum: SumView) -> [String] {
    let legend = sum.parts.flatMap { part in
      part.legend.map { folded("\($0.symbol) = \($0.text)") }
    }
    let listed = sum.parts.filter { !$0.rows.isEmpty }
    let tables = listed.enumerated().map { position, part in
      table(part, others: position == listed.count - 1 ? sum : nil)
    }
    return legend + [folded(rule(sum))] + tables
  }

  private func rule(_ sum: SumView) -> String {
    let terms = NumberFormat.counted(sum.count, "term")
    let order = sum.rule == "chain" ? "added in order" : "in eight lanes"
    let fused = sum.hasProducts ? ", each product fused with its addition" : ""
    let rest = sum.otherCount > 0 ? "; the largest:" : ":"
    return terms + " " + order + fused + rest
  }

  /// With as many digits as fit on the page.
  private func table(_ part: SumView.Part, others sum: SumView?) -> String {
    let tables = [6, 4].map { table(part, others: sum, digits: $0) }
    return (tables.first { $0.fits(width: width) } ?? tables[1]).text(width: width)
  }

  private func table(_ part: SumView.Part, others sum: SumView?, digits: Int) -> TextTable {
    let first = part.rows.first
    let symbols = first?.operands.map(\.symbol) ?? []
    var table = TextTable(
      [.init(WhyLabels.list(first?.places.map(\.axis) ?? []))]
        + symbols.map { .init($0, .right) }
        + (part.isComputed ? [.init(part.term, .right)] : []) + [.init("share", .right)])
    let columns = symbols.indices.map { column in
      aligned(
        part.rows.map { row in
          let operand = row.operands[column]
          return (operand.number, number(operand.value, digits: digits))
        })
    }
    for (row, terms) in part.rows.enumerated() {
      table.add(
        [WhyLabels.list(terms.places.map(\.text))] + columns.map { $0[row] }
          + (part.isComputed ? [number(terms.value, digits: digits)] : [])
          + [NumberFormat.percent(terms.share)])
    }
    if let sum, sum.otherCount > 0 {
      // The figure stands in the last column before the share.
      let gap = columns.count - (part.isComputed ? 0 : 1)
      table.add(
        [NumberFormat.counted(sum.otherCount, "other")]
          + [String](repeating: "", count: gap)
          + [number(sum.otherValue, digits: digits), NumberFormat.percent(sum.otherShare)])
    }
    return table
  }

  /// `#3   0.25`: the numbers of the operands and their values, each in a column of its own.
  private func aligned(_ cells: [(number: Int, value: String)]) -> [String] {
    let marks = cells.map { "#\($0.number)" }
    let markWidth = marks.map(\.count).max() ?? 0
    let valueWidth = cells.map { displayWidth(of: $0.value) }.max() ?? 0
    return zip(marks, cells).map {
      $0.padded(to: markWidth) + " " + $1.value.rightAligned(to: valueWidth)
    }
  }
}
