import Kernels

/// Softmax over the last axis.
enum SoftmaxRows {
  static func forward(_ x: Tensor, pool: WorkerPool) -> Tensor {
    let size = x.shape.lastSize
    return Tensor(x.shape) { out in
      pool.forRanges(x.shape.rowCount, grain: Grain.rows(of: size)) {
        Softmax.forward(rows: $0, size: size, x.pointer, into: out)
      }
    }
  }

  /// - Parameter y: the forward result
  static func backward(_ y: Tensor, dy: Tensor, pool: WorkerPool) -> Tensor {
    let size = y.shape.lastSize
    return Tensor(y.shape) { out in
      pool.forRanges(y.shape.rowCount, grain: Grain.rows(of: size)) {
        Softmax.backward(rows: $0, size: size, y: y.pointer, dy: dy.pointer, into: out)
      }
    }
  }
}
