/// exp(x − max) / Σ exp(x − max) over rows.
package enum Softmax {
  /// - Parameters:
  ///   - x: [rows, size]; −∞ entries become exactly 0
  ///   - divisor: what x is divided by before, if anything; positive
  ///   - y: [rows, size]
  package static func forward(
    rows: Range<Int>, size: Int, _ x: UnsafePointer<Float>, dividedBy divisor: Float? = nil,
    into y: UnsafeMutablePointer<Float>
  ) {
    for row in rows {
      let (x, y) = (x + row * size, y + row * size)
      if let divisor {
        _ = forward(size, x, into: y) { $0 / divisor }
      } else {
        _ = forward(size, x, into: y) { $0 }
      }
    }
  }

  /// One row; returns the largest x, scaled, and the sum of the exponentials.
  ///
  /// The largest is looked for before anything is scaled: rounding keeps the order.
  /// - Parameter scaled: what becomes of each x before; it must keep their order, and −∞
  @inline(__always)
  static func forward(
    _ size: Int, _ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>,
    _ scaled: (Lanes) -> Lanes
  ) -> (largest: Float, sum: Float) {
    let largest = scaled(Lanes(repeating: maximum(size, x)))[0]
    let whole = size & ~7
    let rest = size - whole
    var sums = Lanes.zero
    for column in stride(from: 0, to: whole, by: 8) {
      let e = Elementary.exp(notPositive: scaled(Lanes.load(x + column)) - largest)
      e.store(y + column)
      sums += e
    }
    if rest > 0 {
      let e = Elementary.exp(
        notPositive: scaled(Lanes.load(x + whole, first: rest, filler: -.infinity)) - largest)
      e.store(y + whole, first: rest)
      sums += e
    }
    let sum = sums.folded
    for column in stride(from: 0, to: whole, by: 8) {
      (Lanes.load(y + column) / sum).store(y + column)
    }
    for column in whole..<size { y[column] /= sum }
    return (largest, sum)
  }

  /// The largest of `size` floats, −∞ for none.
  @inline(__always)
  static func maximum(_ size: Int, _ x: UnsafePointer<Float>) -> Float {
    var lanes = Lanes(repeating: -.infinity)
    let whole = size & ~7
    for column in stride(from: 0, to: whole, by: 8) {
      let next = Lanes.load(x + column)
      lanes = lanes.replacing(with: next, where: next .> lanes)
    }
    if whole < size {
      let next = Lanes.load(x + whole, first: size - whole, filler: -.infinity)
      lanes = lanes.replacing(with: next, where: next .> lanes)
    }
    return lanes.largest
  }

  /// dx = y·(dy − Σ dy·y), divided by what x was divided by.
  /// - Parameters:
  ///   - y: [rows, size], the forward result
  ///   - dy, dx: [rows, size]
  package static func backward(
    rows: Range<Int>, size: Int, y: UnsafePointer<Float>, dy: UnsafePointer<Float>,
    dividedBy divisor: Float? = nil, into dx: UnsafeMutablePointer<Float>
  ) {
    for row in rows {
      let (y, dy, dx) = (y + row * size, dy + row * size, dx + row * size)
      let dot = LaneSum.products(size, dy, y)
      @inline(__always) func gradient(_ y: Lanes, _ dy: Lanes) -> Lanes { y * (dy - dot) }
      @inline(__always) func divided(_ y: Lanes, _ dy: Lanes) -> Lanes {
        gradient(y, dy) / (divisor ?? 1)
      }
      if divisor == nil {
        Pointwise.binary(size, y, dy, into: dx, gradient)
      } else {
        Pointwise.binary(size, y, dy, into: dx, divided)
      }
    }
  }
}
