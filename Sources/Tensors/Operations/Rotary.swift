import Kernels

/// Rotary positions (Su et al. 2021) of x[B, H, T, D].
enum Rotary {
  /// The same shape; `backwards` turns the other way, which is the gradient.
  static func turn(
    _ x: Tensor, base: Float, offset: Int, backwards: Bool, on engine: Engine
  ) -> Tensor {
    let sizes = x.shape.sizes
    let (time, size) = (sizes[2], sizes[3])
    let table = RotaryTable(positions: offset..<offset + time, headSize: size, base: base)
    return engine.tensor(x.shape) { out in
      engine.pool.forEach(sizes[0] * sizes[1]) { head in
        for t in 0..<time {
          let start = (head * time + t) * size
          table.turn(t, x.pointer + start, into: out + start, backwards: backwards)
        }
      }
    }
  }

  /// Sine and cosine of the angle by which channels `pair` and `pair` + D/2 turn at a position.
  static func angle(
    position: Int, pair: Int, size: Int, base: Float
  ) -> (sine: Float, cosine: Float) {
    let table = RotaryTable(positions: position..<position + 1, headSize: size, base: base)
    return table.angle(0, pair: pair)
  }
}
