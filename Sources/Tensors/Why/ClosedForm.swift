import Kernels

/// A function that a kernel computes in one go. Its value comes from that kernel.
package enum ClosedForm: String, Sendable {
  case exp, log, gelu, silu
  /// dy·gelu′(x)
  case geluGradient
  /// dy·silu′(x)
  case siluGradient

  /// How it is written before its arguments.
  package var notation: String {
    switch self {
    case .exp, .log, .gelu, .silu: rawValue
    case .geluGradient: "gelu′"
    case .siluGradient: "silu′"
    }
  }

  /// What it stands for, where the name is not everyday mathematics.
  package var definition: String? {
    switch self {
    case .exp, .log: nil
    case .gelu: "gelu(x) = x/2·(1 + tanh(√(2/π)·(x + 0.044715·x³)))"
    case .silu: "silu(x) = x·σ(x), σ(x) = 1 / (1 + exp(−x))"
    case .geluGradient: "gelu′ is the slope of gelu(x) = x/2·(1 + tanh(√(2/π)·(x + 0.044715·x³)))"
    case .siluGradient: "silu′(x) = σ(x)·(1 + x·(1 − σ(x))), σ(x) = 1 / (1 + exp(−x))"
    }
  }

  /// - Parameter arguments: x; for the gradients x and dy
  func value(_ arguments: [Float]) -> Float {
    var result: Float = 0
    arguments.withUnsafeBufferPointer { buffer in
      guard let x = buffer.baseAddress else { return }
      switch self {
      case .exp: Pointwise.exp(1, x, into: &result)
      case .log: Pointwise.log(1, x, into: &result)
      case .gelu: Activation.gelu(1, x, into: &result)
      case .silu: Activation.silu(1, x, into: &result)
      case .geluGradient: Activation.geluBackward(1, x: x, dy: x + 1, into: &result)
      case .siluGradient: Activation.siluBackward(1, x: x, dy: x + 1, into: &result)
      }
    }
    return result
  }
}
