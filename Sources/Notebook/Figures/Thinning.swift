/// Long lines with fewer points that look the same.
enum Thinning {
  /// Where more than two points fall into a column of the picture, the lowest and the highest of them, in
  /// their order; the points are ordered by x.
  static func ends(of points: [(x: Double, y: Double)], columns: Int) -> [(x: Double, y: Double)] {
    guard points.count > 2 * columns else { return points }
    return (0..<columns).flatMap { column -> [(x: Double, y: Double)] in
      let range = column * points.count / columns..<(column + 1) * points.count / columns
      guard let low = range.min(by: { points[$0].y < points[$1].y }),
        let high = range.max(by: { points[$0].y < points[$1].y })
      else { return [] }
      return low == high ? [points[low]] : [points[min(low, high)], points[max(low, high)]]
    }
  }
}
