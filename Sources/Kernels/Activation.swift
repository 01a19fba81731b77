/// The non-linear functions between the two halves of a feed-forward layer.
///
/// Both are x·σ(v) for an odd v, so they differ from max(x, 0) by an even remainder,
/// |x|·σ(−v(|x|)), and their derivatives from a step by an odd one. Computed so, nothing cancels and
/// nothing overflows: e^(−v) is at most 1. Where the remainder is below 10⁻³⁵ it stays what it is
/// there, so that ±∞ needs no care.
package enum Activation {
  /// GELU by its tanh approximation (Hendrycks and Gimpel 2016, equation 2; GPT-2's "gelu_new"):
  /// x/2 · (1 + tanh u) = x·σ(2u), u = √(2/π)·(x + 0.044715·x³).
  package static func gelu(
    _ size: Int, _ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>
  ) {
    Pointwise.unary(size, x, into: y) { x in
      let sizes = x.sizes.atMost(10)
      return rectified(x, less: sizes, times: geluExponential(sizes))
    }
  }

  /// dx = dy · gelu′(x).
  package static func geluBackward(
    _ size: Int, x: UnsafePointer<Float>, dy: UnsafePointer<Float>,
    into dx: UnsafeMutablePointer<Float>
  ) {
    @inline(__always) func slope(_ x: Lanes, _ dy: Lanes) -> Lanes {
      let sizes = x.sizes.atMost(10)
      let slope = Lanes(repeating: 3 * cubic).times(sizes * sizes, plus: linear)
      return dy * derivative(x, sizes * slope, geluExponential(sizes))
    }
    Pointwise.binary(size, x, dy, into: dx, slope)
  }

  /// SiLU, also called swish: x·σ(x).
  package static func silu(
    _ size: Int, _ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>
  ) {
    Pointwise.unary(size, x, into: y) { x in
      let sizes = x.sizes.atMost(87)
      return rectified(x, less: sizes, times: Elementary.exp(moderate: sizes.negated))
    }
  }

  /// dx = dy · silu′(x).
  package static func siluBackward(
    _ size: Int, x: UnsafePointer<Float>, dy: UnsafePointer<Float>,
    into dx: UnsafeMutablePointer<Float>
  ) {
    Pointwise.binary(size, x, dy, into: dx) { x, dy in
      let sizes = x.sizes.atMost(87)
      return dy * derivative(x, sizes, Elementary.exp(moderate: sizes.negated))
    }
  }

  // 2u = linear·x + cubic·x³: 2·√(2/π), and 0.044715 times that.
  private static var linear: Float { 1.5957691216057308 }
  private static var cubic: Float { 0.0713548162726009 }

  /// e^(−2u) for x in 0...10.
  @inline(__always)
  private static func geluExponential(_ x: Lanes) -> Lanes {
    Elementary.exp(moderate: x.negated * Lanes(repeating: cubic).times(x * x, plus: linear))
  }

  /// max(x, 0) − |x|·σ(−v), given e = e^(−v).
  @inline(__always)
  private static func rectified(_ x: Lanes, less sizes: Lanes, times e: Lanes) -> Lanes {
    x.replacing(with: 0, where: x .< 0).addingProduct(sizes.negated, e / (1 + e))
  }

  /// (x·σ(v))′ = σ(v)·(1 + x·v′·σ(−v)) at −|x|, given x·v′ at |x| and e = e^(−v(|x|)); for positive x
  /// what is missing to 1.
  @inline(__always)
  private static func derivative(_ x: Lanes, _ product: Lanes, _ e: Lanes) -> Lanes {
    let sigmoid = 1 / (1 + e)
    let below = e * sigmoid * sigmoid.negated.times(product, plus: 1)
    return (1 - below).replacing(with: below, where: x .< 0)
  }
}
