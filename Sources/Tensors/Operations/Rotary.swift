import Kernels

/// Rotary positions (Su et al. 2021), in the half-split form of Llama: channel i turns together
/// with channel i + D/2 by position · base^(−2i/D).
enum Rotary {
  /// x[B, H, T, D] → the same shape; `backwards` turns the other way, which is the gradient.
  static func turn(
    _ x: Tensor, base: Float, offset: Int, backwards: Bool, pool: WorkerPool
  ) -> Tensor {
    let sizes = x.shape.sizes
    let (time, size) = (sizes[2], sizes[3])
    precondition(size % 2 == 0, "rotary positions need an even head size, not \(size)")
    let half = size / 2
    let table = angles(positions: offset..<offset + time, size: size, base: base)
    return Tensor(x.shape) { out in
      pool.forEach(sizes[0] * sizes[1]) { head in
        for t in 0..<time {
          let start = (head * time + t) * size
          for i in 0..<half {
            let (sine, cosine) = table[t * half + i]
            let turn = backwards ? -sine : sine
            let (a, b) = (x.pointer[start + i], x.pointer[start + half + i])
            out[start + i] = a * cosine - b * turn
            out[start + half + i] = b * cosine + a * turn
          }
        }
      }
    }
  }

  private static func angles(
    positions: Range<Int>, size: Int, base: Float
  ) -> [(sine: Float, cosine: Float)] {
    positions.flatMap { position in
      (0..<size / 2).map { angle(position: position, pair: $0, size: size, base: base) }
    }
  }

  /// Sine and cosine of the angle by which channels `pair` and `pair` + D/2 turn at a position.
  static func angle(
    position: Int, pair: Int, size: Int, base: Float
  ) -> (sine: Float, cosine: Float) {
    let logarithm = Trigonometry.logarithm(Double(base))
    let frequency = Trigonometry.exponential(-logarithm * Double(2 * pair) / Double(size))
    return Trigonometry.sineAndCosine(Double(position) * frequency)
  }
}
