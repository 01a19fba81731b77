/// The axes of a chart, and where in the picture its values lie.
struct ChartFrame {
  private let x: (low: Double, high: Double)
  private let y: (low: Double, high: Double)
  let left: Double
  let top: Double
  let right: Double
  let bottom: Double
  private let yTicks: [Double]

  /// - Parameters:
  ///   - x: the lowest and the highest value on the horizontal axis; both are finite
  ///   - y: the same on the vertical axis
  ///   - size: of the area inside the axes, in pixels
  ///   - top: what is left free above it
  init(
    x: (Double, Double), y: (Double, Double), size: (width: Double, height: Double), top: Double
  ) {
    self.x = Self.widened(x)
    self.y = Self.widened(y)
    yTicks = Ticks.values(from: self.y.low, to: self.y.high, about: 5)
    left = (yTicks.map { SVG.width(of: NumberFormat.short($0)) }.max() ?? 0) + 10
    self.top = top
    right = left + size.width
    bottom = top + size.height
  }

  /// Room around a value that stands alone.
  private static func widened(_ range: (Double, Double)) -> (low: Double, high: Double) {
    guard range.0 == range.1 else { return range }
    let room = max(abs(range.0) / 10, 0.5)
    return (range.0 - room, range.1 + room)
  }

  /// Where a pair of values lies in the picture.
  func place(_ point: (x: Double, y: Double)) -> (x: Double, y: Double) {
    (
      left + (right - left) * share(point.x, x), bottom - (bottom - top) * share(point.y, y)
    )
  }

  private func share(_ value: Double, _ range: (low: Double, high: Double)) -> Double {
    // Halved first: the distance of two huge numbers may not be finite.
    (value / 2 - range.low / 2) / (range.high / 2 - range.low / 2)
  }

  /// Draws the lines and numbers of both axes.
  func drawAxes(xTitle: String, into svg: inout SVG) {
    for value in yTicks {
      let height = place((x.low, value)).y
      svg.rule(x1: left, y1: height, x2: right, y2: height)
      svg.text(NumberFormat.short(value), x: left - 8, y: height + 4, .end, ink: .faint)
    }
    for value in Ticks.values(from: x.low, to: x.high, about: 6) {
      let column = place((value, y.low)).x
      svg.rule(x1: column, y1: bottom, x2: column, y2: bottom + 4, ink: .faint)
      svg.text(
        NumberFormat.short(value), x: column, y: bottom + SVG.lineHeight, .middle, ink: .faint)
    }
    svg.rule(x1: left, y1: bottom, x2: right, y2: bottom, ink: .faint)
    if !xTitle.isEmpty {
      svg.text(xTitle, x: right, y: bottom + 2 * SVG.lineHeight, .end, ink: .faint)
    }
  }
}
