/// Draws a chart of lines with axes and a legend.
struct CurvePainter: FigurePainter {
  private let series: [(name: String, points: [(x: Double, y: Double)])]
  private let xTitle: String

  private static let size = (width: 600.0, height: 240.0)
  private static let top = 10.0
  /// How many places along the line tell their values when pointed at.
  private static let places = 150

  init(_ chart: LineChart) {
    series = chart.series.map { line in
      (line.name, line.points.filter { $0.x.isFinite && $0.y.isFinite })
    }
    xTitle = chart.xTitle
  }

  func paint(into svg: inout SVG) -> (width: Double, height: Double) {
    let points = series.flatMap(\.points)
    guard let first = points.first else {
      svg.text("there are no points to plot", x: 0, y: SVG.fontSize)
      return (SVG.width(of: "there are no points to plot"), SVG.lineHeight)
    }
    let xs = points.reduce((first.x, first.x)) { (min($0.0, $1.x), max($0.1, $1.x)) }
    let ys = points.reduce((first.y, first.y)) { (min($0.0, $1.y), max($0.1, $1.y)) }
    let frame = ChartFrame(x: xs, y: ys, size: Self.size, top: Self.top)
    frame.drawAxes(xTitle: xTitle, into: &svg)
    for (index, line) in series.enumerated() {
      let path = Thinning.ends(of: line.points, columns: Int(Self.size.width)).map(frame.place)
      svg.curve(path, series: index)
    }
    drawPlaces(frame, &svg)
    let legend = drawLegend(frame, &svg)
    return (max(frame.right + SVG.width(of: "0000") / 2, legend.width), legend.height)
  }

  /// Strips that are not seen, each with what the lines are at its place.
  private func drawPlaces(_ frame: ChartFrame, _ svg: inout SVG) {
    let all = Set(series.flatMap { $0.points.map(\.x) }).sorted()
    let count = min(all.count, Self.places)
    let chosen = (0..<count).map { all[count == 1 ? 0 : $0 * (all.count - 1) / (count - 1)] }
    let values = series.map { line in
      Dictionary(line.points.map { ($0.x, $0.y) }, uniquingKeysWith: { $1 })
    }
    let width = Self.size.width / Double(max(count, 1))
    for x in chosen {
      let lines = zip(series, values).compactMap { line, values in
        values[x].map {
          (line.name.isEmpty ? "" : line.name + ": ") + NumberFormat.exact(Float($0))
        }
      }
      let place = (xTitle.isEmpty ? "" : xTitle + " ") + NumberFormat.exact(x)
      let middle = frame.place((x, 0)).x
      let (from, to) = (max(middle - width / 2, frame.left), min(middle + width / 2, frame.right))
      svg.rectangle(
        x: from, y: Self.top, width: to - from, height: Self.size.height,
        fill: "transparent", style: "place", title: ([place] + lines).joined(separator: "\n"))
    }
  }

  /// Returns where the legend ends.
  private func drawLegend(
    _ frame: ChartFrame, _ svg: inout SVG
  ) -> (width: Double, height: Double) {
    var right = 0.0
    var place = (x: frame.left, y: frame.bottom + 3.25 * SVG.lineHeight)
    guard series.contains(where: { !$0.name.isEmpty }) else {
      return (0, frame.bottom + 2.5 * SVG.lineHeight)
    }
    for (index, line) in series.enumerated() {
      let width = 26 + SVG.width(of: line.name)
      if place.x > frame.left, place.x + width > frame.right {
        place = (frame.left, place.y + SVG.lineHeight)
      }
      svg.curve([(place.x, place.y - 4), (place.x + 20, place.y - 4)], series: index)
      svg.text(line.name, x: place.x + 26, y: place.y)
      right = max(right, place.x + width)
      place.x += width + 16
    }
    return (right, place.y + 8)
  }
}
