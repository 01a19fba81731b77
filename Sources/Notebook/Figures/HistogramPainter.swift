/// Draws a histogram: the facts about the numbers, and a bar for each range.
struct HistogramPainter: FigurePainter {
  let histogram: Histogram

  private static let size = (width: 600.0, height: 200.0)

  init(_ histogram: Histogram) { self.histogram = histogram }

  func paint(into svg: inout SVG) -> (width: Double, height: Double) {
    let facts = histogram.facts(width: Int(Self.size.width / SVG.columnWidth))
    for (line, fact) in facts.enumerated() {
      svg.text(fact, x: 0, y: SVG.fontSize + Double(line) * SVG.lineHeight)
    }
    let top = Double(facts.count) * SVG.lineHeight + 10
    guard let first = histogram.bins.first, let last = histogram.bins.last else {
      return (Self.size.width, top)
    }
    let most = histogram.bins.map(\.count).max() ?? 0
    let frame = ChartFrame(
      x: (first.from, last.to), y: (0, Double(most)), size: Self.size, top: top)
    frame.drawAxes(xTitle: "", into: &svg)
    let width = (frame.right - frame.left) / Double(histogram.bins.count)
    for (index, bin) in histogram.bins.enumerated() {
      let height = frame.place((bin.from, Double(bin.count))).y
      let (from, to) = (NumberFormat.short(bin.from), NumberFormat.short(bin.to))
      svg.rectangle(
        x: frame.left + (Double(index) + 0.04) * width, y: height, width: width * 0.92,
        height: frame.bottom - height, fill: "#0068b3", style: "bar",
        title: "\(from) … \(to): \(bin.count)")
    }
    return (frame.right + SVG.width(of: "0000") / 2, frame.bottom + 1.5 * SVG.lineHeight)
  }
}
