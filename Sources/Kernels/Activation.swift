/// The non-linear functions between the two halves of a feed-forward layer.
package enum Activation {
  // √(2/π) and the cubic coefficient of the approximation.
  private static var slope: Float { 0.797884561 }
  private static var cubic: Float { 0.044715 }

  /// GELU by its tanh approximation (Hendrycks and Gimpel 2016, equation 2; GPT-2's "gelu_new"):
  /// x/2 · (1 + tanh(√(2/π)·(x + 0.044715·x³))).
  package static func gelu(
    _ size: Int, _ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>
  ) {
    Pointwise.unary(size, x, into: y) { x in
      0.5 * x * (1 + Elementary.tanh(slope * (x + cubic * (x * x * x))))
    }
  }

  /// dx = dy · gelu′(x).
  package static func geluBackward(
    _ size: Int, x: UnsafePointer<Float>, dy: UnsafePointer<Float>,
    into dx: UnsafeMutablePointer<Float>
  ) {
    Pointwise.binary(size, x, dy, into: dx) { x, dy in
      let t = Elementary.tanh(slope * (x + cubic * (x * x * x)))
      let inner = slope * (1 + (3 * cubic) * (x * x))
      return dy * (0.5 * (1 + t) + 0.5 * x * ((1 - t * t) * inner))
    }
  }

  /// SiLU, also called swish: x / (1 + e⁻ˣ).
  package static func silu(
    _ size: Int, _ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>
  ) {
    Pointwise.unary(size, x, into: y) { x in x / (1 + Elementary.exp(-x)) }
  }

  /// dx = dy · σ(x)·(1 + x·(1 − σ(x))).
  package static func siluBackward(
    _ size: Int, x: UnsafePointer<Float>, dy: UnsafePointer<Float>,
    into dx: UnsafeMutablePointer<Float>
  ) {
    Pointwise.binary(size, x, dy, into: dx) { x, dy in
      let sigmoid = 1 / (1 + Elementary.exp(-x))
      return dy * (sigmoid * (1 + x * (1 - sigmoid)))
    }
  }
}
