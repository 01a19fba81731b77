/// LayerNorm (Ba, Kiros and Hinton 2016) and RMSNorm (Zhang and Sennrich 2019) over rows.
package enum Normalization {
  /// One row's statistics: what is subtracted (0 for RMSNorm), and what it is multiplied by.
  package struct Statistics {
    package let mean: Float
    package let inverseDeviation: Float

    /// (x − mean)·inverseDeviation
    @inline(__always)
    func unit(_ x: Lanes) -> Lanes { (x - mean) * inverseDeviation }
  }

  /// Mean and 1 / √(variance + ε) of one row; with `centers` false, 0 and 1 / √(mean square + ε).
  package static func statistics(
    _ size: Int, _ x: UnsafePointer<Float>, epsilon: Float, centers: Bool
  ) -> Statistics {
    let rows = FourRows(first: 0, end: 1, size: size)
    return RowStatistics(rows, size, x, epsilon: epsilon, centers: centers)[0]
  }

  /// Those of four rows.
  private struct RowStatistics {
    let means: SIMD4<Float>
    let inverseDeviations: SIMD4<Float>

    @inline(__always)
    init(
      _ rows: FourRows, _ size: Int, _ x: UnsafePointer<Float>, epsilon: Float, centers: Bool
    ) {
      let means =
        centers
        ? rows.sums { sum, _, at, _, reach in sum + reach.load(x + at) } / Float(size) : .zero
      let squares = rows.sums { sum, row, at, _, reach in
        let deviation = reach.load(x + at, filler: means[row]) - means[row]
        return sum.addingProduct(deviation, deviation)
      }
      self.means = means
      inverseDeviations = 1 / (squares / Float(size) + epsilon).squareRoot()
    }

    subscript(row: Int) -> Statistics {
      @inline(__always) get {
        Statistics(mean: means[row], inverseDeviation: inverseDeviations[row])
      }
    }
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
    for first in stride(from: rows.lowerBound, to: rows.upperBound, by: 4) {
      let four = FourRows(first: first, end: rows.upperBound, size: size)
      let statistics = RowStatistics(four, size, x, epsilon: epsilon, centers: centers)
      for row in first..<min(first + 4, rows.upperBound) {
        let (x, y, row) = (x + row * size, y + row * size, statistics[row - first])
        Pointwise.map(size) { at, reach in
          let unit = row.unit(reach.load(x + at))
          guard let bias else { return unit * reach.load(weight + at) }
          return reach.load(bias + at).addingProduct(unit, reach.load(weight + at))
        } into: { at, reach, lanes in
          reach.store(lanes, y + at)
        }
      }
    }
  }

  /// dx = (g − mean(g) − unit·mean(g·unit))·inverseDeviation (+ `others`) with g = dy·weight and unit =
  /// (x − mean)·inverseDeviation; RMSNorm has no mean(g).
  /// - Parameters:
  ///   - x, dy, dx: [rows, size]
  ///   - others: the gradients of other uses of x: [rows, size], or nil
  ///   - statistics: of each row, for `weightGradients`: [rows]
  package static func backward(
    rows: Range<Int>, size: Int, epsilon: Float, centers: Bool, x: UnsafePointer<Float>,
    weight: UnsafePointer<Float>, dy: UnsafePointer<Float>,
    plus others: UnsafePointer<Float>?, statistics: UnsafeMutablePointer<Statistics>,
    into dx: UnsafeMutablePointer<Float>
  ) {
    @inline(__always)
    func gradient(_ at: Int, _ column: Int, _ reach: Pointwise.Reach) -> Lanes {
      reach.load(dy + at) * reach.load(weight + column)
    }
    for first in stride(from: rows.lowerBound, to: rows.upperBound, by: 4) {
      let four = FourRows(first: first, end: rows.upperBound, size: size)
      let found = RowStatistics(four, size, x, epsilon: epsilon, centers: centers)
      let means =
        centers
        ? four.sums { sum, _, at, column, reach in sum + gradient(at, column, reach) }
          / Float(size) : .zero
      let pulls =
        four.sums { sum, row, at, column, reach in
          sum.addingProduct(gradient(at, column, reach), found[row].unit(reach.load(x + at)))
        } / Float(size)
      for row in first..<min(first + 4, rows.upperBound) {
        let (mean, pull) = (means[row - first], pulls[row - first])
        let (own, start) = (found[row - first], row * size)
        statistics[row] = own
        @inline(__always)
        func result(_ column: Int, _ reach: Pointwise.Reach) -> Lanes {
          let unit = own.unit(reach.load(x + start + column))
          let g = gradient(start + column, column, reach)
          let dx = (g - mean - unit * pull) * own.inverseDeviation
          return others.map { reach.load($0 + start + column) + dx } ?? dx
        }
        Pointwise.map(size, result) { column, reach, lanes in
          reach.store(lanes, dx + start + column)
        }
      }
    }
  }

  /// dweight[j] = (`continues` ? dweight[j] : 0) + Σᵢ dy[i, j]·unit[i, j], fused.
  /// - Parameters:
  ///   - columns: which columns this call owns
  ///   - x, dy: [rows, size]
  ///   - statistics: of each row, as `backward` found them
  package static func weightGradients(
    columns: Range<Int>, rows: Int, size: Int, x: UnsafePointer<Float>, dy: UnsafePointer<Float>,
    statistics: UnsafePointer<Statistics>, into dweight: UnsafeMutablePointer<Float>,
    continues: Bool
  ) {
    Columns.sums(columns: columns, rows: rows, size: size, into: dweight, continues: continues) {
      sum, row, at, reach in
      sum.addingProduct(reach.load(dy + at), statistics[row].unit(reach.load(x + at)))
    }
  }
}
