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
}
