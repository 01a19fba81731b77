import Tensors

/// Draws heat maps, as many beside each other as a page is wide.
struct HeatPainter: FigurePainter {
  private let panels: [HeatPanel]
  private static let gap = 24.0
  private static let pageWidth = 960.0

  init(_ panels: [(title: String, map: HeatMap)]) {
    self.panels = panels.map { HeatPanel(title: $0.title, map: $0.map, count: panels.count) }
  }

  func paint(into svg: inout SVG) -> (width: Double, height: Double) {
    var place = (x: 0.0, y: 0.0)
    var total = (width: 0.0, height: 0.0)
    for panel in panels {
      if place.x > 0, place.x + panel.width > Self.pageWidth {
        place = (0, total.height + Self.gap)
      }
      panel.draw(into: &svg, x: place.x, y: place.y)
      total.width = max(total.width, place.x + panel.width)
      total.height = max(total.height, place.y + panel.height)
      place.x += panel.width + Self.gap
    }
    return total
  }
}

/// One heat map: its title, the labels of its columns and rows, its cells, its scale.
private struct HeatPanel {
  let title: String
  let map: HeatMap
  private let cell: Double
  private let rowHeaders: [String]
  private let columnHeaders: [String]
  private let facts: [String]

  /// - Parameter count: how many panels there are; many are drawn smaller
  init(title: String, map: HeatMap, count: Int) {
    self.title = title
    self.map = map
    let most = max(map.shownRows, map.shownColumns)
    cell =
      switch count {
      case 1: most > 40 ? 10 : most > 24 ? 14 : 20
      case 2...4: most > 24 ? 10 : 14
      default: most > 24 ? 6 : 10
      }
    rowHeaders = map.labelled.shape.rank < 2 ? [""] : map.rowHeaders(map.shownRows)
    columnHeaders = map.columnLabels(map.shownColumns)
    facts = [map.cutNotice, map.scale.isFinite ? nil : "- -inf  + inf  ? NaN"].compactMap { $0 }
  }

  private var labelSize: Double { min(cell, SVG.fontSize) }
  private var titleHeight: Double { title.isEmpty ? 0 : SVG.lineHeight }
  private var rowHeaderWidth: Double {
    let widest = rowHeaders.map { SVG.width(of: $0, size: labelSize) }.max() ?? 0
    return widest > 0 ? (widest + 6).rounded(.up) : 0
  }
  private var columnHeaderHeight: Double {
    guard map.hasColumnLabels else { return SVG.lineHeight }
    let widest = columnHeaders.map { SVG.width(of: $0, size: labelSize) }.max() ?? 0
    return (widest + 6).rounded(.up)
  }
  private var grid: (width: Double, height: Double) {
    (Double(map.shownColumns) * cell, Double(map.shownRows) * cell)
  }
  private var scaleParts: (low: String, high: String) { map.scale.ends }
  private static let scaleWidth = 120.0
  private var legendWidth: Double {
    SVG.width(of: scaleParts.low + scaleParts.high) + Self.scaleWidth + 16
  }

  var width: Double {
    max(
      rowHeaderWidth + grid.width, legendWidth, SVG.width(of: title),
      facts.map { SVG.width(of: $0) }.max() ?? 0)
  }
  var height: Double {
    titleHeight + columnHeaderHeight + grid.height + 6
      + Double(1 + facts.count) * SVG.lineHeight + 4
  }

  func draw(into svg: inout SVG, x: Double, y: Double) {
    if !title.isEmpty { svg.text(title, x: x, y: y + SVG.fontSize) }
    let left = x + rowHeaderWidth
    let top = y + titleHeight + columnHeaderHeight
    for (row, header) in rowHeaders.enumerated() where !header.isEmpty {
      let base = top + (Double(row) + 0.5) * cell + labelSize * 0.36
      svg.text(header, x: left - 6, y: base, .end, ink: .faint, size: labelSize)
    }
    for (column, header) in columnHeaders.enumerated() where !header.isEmpty {
      let middle = left + (Double(column) + 0.5) * cell
      if map.hasColumnLabels {
        let base = middle + labelSize * 0.36
        svg.text(header, x: base, y: top - 6, ink: .faint, size: labelSize, isUpright: true)
      } else {
        svg.text(header, x: middle, y: top - 6, .middle, ink: .faint, size: labelSize)
      }
    }
    for row in 0..<map.shownRows {
      for column in 0..<map.shownColumns {
        draw(row, column, x: left + Double(column) * cell, y: top + Double(row) * cell, &svg)
      }
    }
    drawLegend(x: x, y: top + grid.height + 6, &svg)
  }

  private func draw(_ row: Int, _ column: Int, x: Double, y: Double, _ svg: inout SVG) {
    let value = map.value(row, column)
    let share = map.scale.share(of: value)
    svg.rectangle(
      x: x, y: y, width: cell, height: cell,
      fill: share.map { ColourScale.colour($0).hexadecimal } ?? "#d0d7de", style: "value",
      title: map.place(row, column) + NumberFormat.exact(value))
    guard share == nil else { return }
    let mark = value.isNaN ? "?" : value > 0 ? "+" : "-"
    svg.text(
      mark, x: x + cell / 2, y: y + cell / 2 + labelSize * 0.36, .middle, ink: .mark,
      size: labelSize)
  }

  private func drawLegend(x: Double, y: Double, _ svg: inout SVG) {
    let (low, high) = scaleParts
    let base = y + SVG.fontSize
    svg.text(low, x: x, y: base, ink: .faint)
    let start = x + SVG.width(of: low) + 8
    let steps = 24
    for step in 0..<steps {
      svg.rectangle(
        x: start + Double(step) * Self.scaleWidth / Double(steps), y: y + 2,
        width: Self.scaleWidth / Double(steps), height: 11,
        fill: ColourScale.colour((Double(step) + 0.5) / Double(steps)).hexadecimal, style: "value")
    }
    svg.text(high, x: start + Self.scaleWidth + 8, y: base, ink: .faint)
    for (line, fact) in facts.enumerated() {
      svg.text(fact, x: x, y: base + Double(line + 1) * SVG.lineHeight, ink: .faint)
    }
  }
}
