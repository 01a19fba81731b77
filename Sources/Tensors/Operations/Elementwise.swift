import Kernels

/// Operations in which each output element looks at one place of each input.
enum Elementwise {
  static func add(_ x: Tensor, _ y: Tensor, on engine: Engine) -> Tensor {
    binary(x, y, engine) { Pointwise.add($0, $1, $2, into: $3) }
  }

  static func multiply(_ x: Tensor, _ y: Tensor, on engine: Engine) -> Tensor {
    binary(x, y, engine) { Pointwise.multiply($0, $1, $2, into: $3) }
  }

  /// dx = dy·y, dy′ = dy·x.
  static func multiplyBackward(
    _ inputs: [Tensor], dy: Tensor, wanted: [Wanted], on engine: Engine
  ) -> [Tensor?] {
    [
      wanted[0].isWanted ? multiply(dy, inputs[1], on: engine) : nil,
      wanted[1].isWanted ? multiply(dy, inputs[0], on: engine) : nil,
    ]
  }

  static func scale(_ x: Tensor, by factor: Float, on engine: Engine) -> Tensor {
    unary(x, engine) { Pointwise.scale($0, $1, by: factor, into: $2) }
  }

  static func gelu(_ x: Tensor, on engine: Engine) -> Tensor {
    unary(x, engine) { Activation.gelu($0, $1, into: $2) }
  }

  static func geluBackward(_ x: Tensor, dy: Tensor, on engine: Engine) -> Tensor {
    binary(x, dy, engine) { Activation.geluBackward($0, x: $1, dy: $2, into: $3) }
  }

  static func silu(_ x: Tensor, on engine: Engine) -> Tensor {
    unary(x, engine) { Activation.silu($0, $1, into: $2) }
  }

  static func siluBackward(_ x: Tensor, dy: Tensor, on engine: Engine) -> Tensor {
    binary(x, dy, engine) { Activation.siluBackward($0, x: $1, dy: $2, into: $3) }
  }

  private static func unary(
    _ x: Tensor, _ engine: Engine,
    _ kernel: @escaping (Int, UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void
  ) -> Tensor {
    engine.tensor(x.shape) { out in
      engine.pool.forRanges(x.count, grain: Grain.elements) {
        kernel($0.count, x.pointer + $0.lowerBound, out + $0.lowerBound)
      }
    }
  }

  private static func binary(
    _ x: Tensor, _ y: Tensor, _ engine: Engine,
    _ kernel:
      @escaping (Int, UnsafePointer<Float>, UnsafePointer<Float>, UnsafeMutablePointer<Float>)
      -> Void
  ) -> Tensor {
    precondition(x.shape.sizes == y.shape.sizes, "\(x.shape) with \(y.shape)")
    return engine.tensor(x.shape) { out in
      engine.pool.forRanges(x.count, grain: Grain.elements) {
        kernel(
          $0.count, x.pointer + $0.lowerBound, y.pointer + $0.lowerBound, out + $0.lowerBound)
      }
    }
  }
}
