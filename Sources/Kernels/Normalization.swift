/// LayerNorm (Ba, Kiros and Hinton 2016) and RMSNorm (Zhang and Sennrich 2019) over rows.
package enum Normalization {
  /// One row's statistics: what is subtracted (0 for RMSNorm), and what it is multiplied by.
  package struct Statistics {
    package let mean: Float
    package let inverseDeviation: Float
  }

  /// Mean and 1 / √(variance + ε); with `centers` false, 0 and 1 / √(mean square + ε).
  @inline(__always)
  package static func statistics(
    _ size: Int, _ x: UnsafePointer<Float>, epsilon: Float, centers: Bool
  ) -> Statistics {
    let mean = centers ? LaneSum.values(size, x) / Float(size) : 0
    let variance = LaneSum.squaredDeviations(size, x, mean: mean) / Float(size)
    return Statistics(mean: mean, inverseDeviation: 1 / (variance + epsilon).squareRoot())
  }

  /// y = (x − mean)·inverseDeviation·weight (+ bias, fused).
  /// - Parameters:
  ///   - x, y: [rows, size]
  ///   - weight: [size]; bias: [size] or nil
  package static func forward(
    rows: Range<Int>, size: Int, epsilon: Float, centers: Bool, _ x: UnsafePointer<Float>,
    weight: UnsafePointer<Float>, bias: UnsafePointer<Float>?,
    into y: UnsafeMutablePointer<Float>
  ) {
    for row in rows {
      let x = x + row * size
      let y = y + row * size
      let row = statistics(size, x, epsilon: epsilon, centers: centers)
      Pointwise.map(size) { at, reach in
        let unit = (reach.load(x + at) - row.mean) * row.inverseDeviation
        guard let bias else { return unit * reach.load(weight + at) }
        return reach.load(bias + at).addingProduct(unit, reach.load(weight + at))
      } into: { at, reach, lanes in
        reach.store(lanes, y + at)
      }
    }
  }

  /// dx = (g − mean(g) − unit·mean(g·unit))·inverseDeviation with g = dy·weight; RMSNorm has no
  /// mean(g).
  /// - Parameters:
  ///   - unit: scratch and result [rows, size]: (x − mean)·inverseDeviation
  ///   - dy, dx: [rows, size]
  package static func backward(
    rows: Range<Int>, size: Int, epsilon: Float, centers: Bool, x: UnsafePointer<Float>,
    weight: UnsafePointer<Float>, dy: UnsafePointer<Float>,
    unit: UnsafeMutablePointer<Float>, into dx: UnsafeMutablePointer<Float>
  ) {
    for row in rows {
      let x = x + row * size
      let dy = dy + row * size
      let dx = dx + row * size
      let unit = unit + row * size
      let row = statistics(size, x, epsilon: epsilon, centers: centers)
      Pointwise.unary(size, x, into: unit) { ($0 - row.mean) * row.inverseDeviation }
      Pointwise.multiply(size, dy, weight, into: dx)
      let mean = centers ? LaneSum.values(size, dx) / Float(size) : 0
      let pull = LaneSum.products(size, dx, unit) / Float(size)
      Pointwise.binary(size, dx, unit, into: dx) { g, unit in
        (g - mean - unit * pull) * row.inverseDeviation
      }
    }
  }
}
