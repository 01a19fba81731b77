import Kernels

/// Operations in which each output element looks at one place of each input.
enum Elementwise {
  static func add(_ x: Tensor, _ y: Tensor, pool: WorkerPool) -> Tensor {
    binary(x, y, pool) { Pointwise.add($0, $1, $2, into: $3) }
  }

  static func multiply(_ x: Tensor, _ y: Tensor, pool: WorkerPool) -> Tensor {
    binary(x, y, pool) { Pointwise.multiply($0, $1, $2, into: $3) }
  }

  /// dx = dy·y, dy′ = dy·x.
  static func multiplyBackward(
    _ inputs: [Tensor], dy: Tensor, wanted: [Bool], pool: WorkerPool
  ) -> [Tensor?] {
    [
      wanted[0] ? multiply(dy, inputs[1], pool: pool) : nil,
      wanted[1] ? multiply(dy, inputs[0], pool: pool) : nil,
    ]
  }

  static func scale(_ x: Tensor, by factor: Float, pool: WorkerPool) -> Tensor {
    unary(x, pool) { Pointwise.scale($0, $1, by: factor, into: $2) }
  }

  static func gelu(_ x: Tensor, pool: WorkerPool) -> Tensor {
    unary(x, pool) { Activation.gelu($0, $1, into: $2) }
  }

  static func geluBackward(_ x: Tensor, dy: Tensor, pool: WorkerPool) -> Tensor {
    binary(x, dy, pool) { Activation.geluBackward($0, x: $1, dy: $2, into: $3) }
  }

  static func silu(_ x: Tensor, pool: WorkerPool) -> Tensor {
    unary(x, pool) { Activation.silu($0, $1, into: $2) }
  }

  static func siluBackward(_ x: Tensor, dy: Tensor, pool: WorkerPool) -> Tensor {
    binary(x, dy, pool) { Activation.siluBackward($0, x: $1, dy: $2, into: $3) }
  }

  private static func unary(
    _ x: Tensor, _ pool: WorkerPool,
    _ kernel: @escaping (Int, UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void
  ) -> Tensor {
    Tensor(x.shape) { out in
      pool.forRanges(x.count, grain: Grain.elements) {
        kernel($0.count, x.pointer + $0.lowerBound, out + $0.lowerBound)
      }
    }
  }

  private static func binary(
    _ x: Tensor, _ y: Tensor, _ pool: WorkerPool,
    _ kernel:
      @escaping (Int, UnsafePointer<Float>, UnsafePointer<Float>, UnsafeMutablePointer<Float>)
      -> Void
  ) -> Tensor {
    precondition(x.shape.sizes == y.shape.sizes, "\(x.shape) with \(y.shape)")
    return Tensor(x.shape) { out in
      pool.forRanges(x.count, grain: Grain.elements) {
        kernel(
          $0.count, x.pointer + $0.lowerBound, y.pointer + $0.lowerBound, out + $0.lowerBound)
      }
    }
  }
}
