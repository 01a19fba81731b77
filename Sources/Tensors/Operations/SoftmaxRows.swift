import Kernels

/// Softmax over the last axis.
enum SoftmaxRows {
  static func forward(_ x: Tensor, on engine: Engine) -> Tensor {
    let size = x.shape.lastSize
    return engine.tensor(x.shape) { out in
      engine.pool.forRanges(x.shape.rowCount, grain: Grain.rows(of: size)) {
        Softmax.forward(rows: $0, size: size, x.pointer, into: out)
      }
    }
  }

  /// - Parameter y: the forward result
  static func backward(_ y: Tensor, dy: Tensor, on engine: Engine) -> Tensor {
    let size = y.shape.lastSize
    return engine.tensor(y.shape) { out in
      engine.pool.forRanges(y.shape.rowCount, grain: Grain.rows(of: size)) {
        Softmax.backward(rows: $0, size: size, y: y.pointer, dy: dy.pointer, into: out)
      }
    }
  }
}
