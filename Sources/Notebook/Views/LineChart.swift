/// One or several series of points as a chart with axes and a legend: a loss curve, for example.
package struct LineChart: Sendable {
  /// A line through points, from left to right.
  package struct Series: Sendable {
    package let name: String
    package var points: [(x: Double, y: Double)]

    package init(_ name: String, _ points: [(x: Double, y: Double)]) {
      self.name = name
      self.points = points
    }
  }

  package var series: [Series]
  /// What the horizontal axis counts, for example `step`; empty if nothing in particular.
  package var xTitle: String
  /// Lines of the drawing itself.
  package var height: Int

  package init(_ series: [Series], xTitle: String = "", height: Int = 12) {
    self.series = series
    self.xTitle = xTitle
    self.height = height
  }

  /// One series is drawn in braille dots, several with a mark each and, on a page with colour, in
  /// braille with a colour each. Points that are not finite are left out.
  package func text(on page: Page) -> String {
    let finite = series.map { $0.points.filter { $0.x.isFinite && $0.y.isFinite } }
    let all = finite.flatMap { $0 }
    guard let first = all.first else { return "there are no points to plot" }
    let xs = all.reduce((first.x, first.x)) { (min($0.0, $1.x), max($0.1, $1.x)) }
    let ys = all.reduce((first.y, first.y)) { (min($0.0, $1.y), max($0.1, $1.y)) }
    let labels = yLabels(ys)
    let margin = labels.map { displayWidth(of: $0) }.max() ?? 0
    let columns = max(8, page.width - margin - 2)
    var canvas = Canvas(columns: columns, rows: height, x: xs, y: ys)
    for (index, points) in finite.enumerated() { canvas.draw(points, as: index) }
    let drawing = canvas.lines(usesMarks: series.count > 1 && page.colour == .none, page.colour)
    var lines = zip(labels, drawing).map { label, line in
      (label.rightAligned(to: margin) + (label.isEmpty ? " │" : " ┤") + line).trimmingTrailingBlanks
    }
    lines.append(
      String(repeating: " ", count: margin) + " └" + String(repeating: "─", count: columns))
    lines.append(String(repeating: " ", count: margin + 2) + xAxis(xs, columns))
    return (lines + legend(page)).joined(separator: "\n")
  }

  /// A label at the top, the middle and the bottom line.
  private func yLabels(_ range: (Double, Double)) -> [String] {
    let places = Set([0, height / 2, height - 1])
    let numbers = (0..<height).map { row in
      height == 1 ? range.1 : range.1 - (range.1 - range.0) * Double(row) / Double(height - 1)
    }
    return (0..<height).map { places.contains($0) ? NumberFormat.short(numbers[$0]) : "" }
  }

  private func xAxis(_ range: (Double, Double), _ columns: Int) -> String {
    let (left, right) = (NumberFormat.short(range.0), NumberFormat.short(range.1))
    let room = columns - displayWidth(of: left) - displayWidth(of: right)
    guard room >= displayWidth(of: xTitle) + 2 else { return left + " … " + right }
    let before = (room - displayWidth(of: xTitle)) / 2
    return left + String(repeating: " ", count: before) + xTitle
      + String(repeating: " ", count: room - before - displayWidth(of: xTitle)) + right
  }

  private func legend(_ page: Page) -> [String] {
    guard series.contains(where: { !$0.name.isEmpty }) else { return [] }
    let isAlone = series.count == 1
    let entries = series.enumerated().map { index, series in
      let mark =
        page.colour == .none && !isAlone
        ? String(Canvas.mark(index)) : Canvas.coloured("⠒⠒", index, page.colour)
      return mark + " " + series.name
    }
    return ValueText.wrapped(entries, width: page.width)
  }
}
