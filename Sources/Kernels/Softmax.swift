/// exp(x − max) / Σ exp(x − max) over rows.
package enum Softmax {
  /// - Parameters:
  ///   - x: [rows, size]; −∞ entries become exactly 0
  ///   - y: [rows, size]
  package static func forward(
    rows: Range<Int>, size: Int, _ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>
  ) {
    for row in rows { _ = exponentials(size, x + row * size, into: y + row * size, divide: true) }
  }

  /// Writes the row's exponentials (divided by their sum if asked); returns (largest, sum).
  @inline(__always)
  static func exponentials(
    _ size: Int, _ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>, divide: Bool
  ) -> (largest: Float, sum: Float) {
    let largest = maximum(size, x)
    let whole = size & ~7
    let rest = size - whole
    var sums = Lanes.zero
    for column in stride(from: 0, to: whole, by: 8) {
      let e = Elementary.exp(notPositive: Lanes.load(x + column) - largest)
      e.store(y + column)
      sums += e
    }
    if rest > 0 {
      let e = Elementary.exp(
        notPositive: Lanes.load(x + whole, first: rest, filler: -.infinity) - largest)
      e.store(y + whole, first: rest)
      sums += e
    }
    let sum = sums.folded
    if divide {
      for column in stride(from: 0, to: whole, by: 8) {
        (Lanes.load(y + column) / sum).store(y + column)
      }
      for column in whole..<size { y[column] /= sum }
    }
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

  /// dx = y·(dy − Σ dy·y).
  /// - Parameters:
  ///   - y: [rows, size], the forward result
  ///   - dy, dx: [rows, size]
  package static func backward(
    rows: Range<Int>, size: Int, y: UnsafePointer<Float>, dy: UnsafePointer<Float>,
    into dx: UnsafeMutablePointer<Float>
  ) {
    for row in rows {
      let y = y + row * size
      let dy = dy + row * size
      let dx = dx + row * size
      let dot = LaneSum.products(size, dy, y)
      Pointwise.binary(size, y, dy, into: dx) { $0 * ($1 - dot) }
    }
  }
}
