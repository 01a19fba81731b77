/// The passes over all parameters that end a training step.
package enum Optimization {
  /// Terms to a block of a sum over all parameters; blocks are summed by lanes, then in order.
  package static let block = 4096

  /// Σ x², in blocks of lanes, the blocks added in order in double precision.
  package static func squaredNorm(
    _ count: Int, _ x: UnsafePointer<Float>, pool: WorkerPool
  ) -> Double {
    let blocks = (count + block - 1) / block
    var parts = [Float](repeating: 0, count: blocks)
    parts.withUnsafeMutableBufferPointer { buffer in
      guard let parts = buffer.baseAddress else { return }
      pool.forRanges(blocks, grain: 16) { range in
        for index in range {
          let size = min(block, count - index * block)
          parts[index] = LaneSum.products(size, x + index * block, x + index * block)
        }
      }
    }
    return parts.reduce(0) { $0 + Double($1) }
  }

  /// The numbers of one AdamW step (Loshchilov and Hutter 2019).
  package struct AdamW: Sendable {
    package let rate: Float
    package let beta1: Float
    package let beta2: Float
    package let epsilon: Float
    /// What each gradient is multiplied by first: the clipping.
    package let clip: Float
    /// 1 − β₁ᵗ and 1 − β₂ᵗ, for the step t counted from 1.
    package let correction1: Float
    package let correction2: Float

    package init(
      rate: Float, beta1: Float, beta2: Float, epsilon: Float, clip: Float, step: Int
    ) {
      self.rate = rate
      self.beta1 = beta1
      self.beta2 = beta2
      self.epsilon = epsilon
      self.clip = clip
      correction1 = Float(1 - Self.power(Double(beta1), step))
      correction2 = Float(1 - Self.power(Double(beta2), step))
    }

    /// `base` to a whole power by repeated squaring: the same bits everywhere.
    private static func power(_ base: Double, _ exponent: Int) -> Double {
      var result = 1.0
      var square = base
      var rest = exponent
      while rest > 0 {
        if rest & 1 == 1 { result *= square }
        square *= square
        rest >>= 1
      }
      return result
    }
  }

  /// m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², update = −rate·(m̂ / (√v̂ + ε) + decay·w),
  /// w ← w + update, for `count` parameters. Every buffer is [count]; `update` may be nil.
  package static func step(
    _ adam: AdamW, decay: Float, count: Int, gradient: UnsafePointer<Float>,
    weight: UnsafeMutablePointer<Float>, m: UnsafeMutablePointer<Float>,
    v: UnsafeMutablePointer<Float>, update: UnsafeMutablePointer<Float>?
  ) {
    let rest1 = 1 - adam.beta1
    let rest2 = 1 - adam.beta2
    Pointwise.map(count) { at, reach in
      let g = reach.load(gradient + at) * adam.clip
      let newM = (reach.load(m + at) * adam.beta1).addingProduct(g, Lanes(repeating: rest1))
      let newV = (reach.load(v + at) * adam.beta2).addingProduct(g * g, Lanes(repeating: rest2))
      reach.store(newM, m + at)
      reach.store(newV, v + at)
      let direction =
        (newM / adam.correction1)
        / ((newV / adam.correction2).squareRoot() + adam.epsilon)
      return (direction + reach.load(weight + at) * decay) * -adam.rate
    } into: { at, reach, lanes in
      if let update { reach.store(lanes, update + at) }
      reach.store(reach.load(weight + at) + lanes, weight + at)
    }
  }
}
