/// A picture, described once. The terminal and `Picture` draw it.
package enum Figure: Sendable {
  /// Heat maps beside each other, each under its title; one that stands alone needs none.
  case heat([(title: String, map: HeatMap)])
  case curves(LineChart)
  case histogram(Histogram)

  /// What the picture shows, in a few words.
  package var summary: String {
    switch self {
    case .heat(let panels):
      let shape = panels.first.map { " of \($0.map.labelled.shape)" } ?? ""
      return panels.count == 1 ? "heat map" + shape : "\(panels.count) heat maps, each" + shape
    case .curves(let chart):
      let names = chart.series.map(\.name).filter { !$0.isEmpty }
      return names.isEmpty ? "chart" : "chart of " + names.joined(separator: ", ")
    case .histogram(let histogram):
      return "histogram of " + NumberFormat.counted(histogram.summary.count, "number")
    }
  }

  /// The figure as an SVG document, whose elements tell their values when pointed at.
  package var picture: Picture {
    let painter: any FigurePainter =
      switch self {
      case .heat(let panels): HeatPainter(panels)
      case .curves(let chart): CurvePainter(chart)
      case .histogram(let histogram): HistogramPainter(histogram)
      }
    var svg = SVG()
    let size = painter.paint(into: &svg)
    return svg.picture(width: size.width, height: size.height, summary: summary)
  }
}

/// Draws one kind of figure.
protocol FigurePainter {
  /// Draws from the origin to the right and downwards, and returns how much room it took in pixels.
  func paint(into svg: inout SVG) -> (width: Double, height: Double)
}
