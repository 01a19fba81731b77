import Kernels

/// y = x·weight + bias. Weights are stored [in, out], as the product reads.
enum Linear {
  /// - Parameter inputs: x[…, C], weight[C, N], and possibly bias[N]
  static func forward(_ inputs: [Tensor], pool: WorkerPool) -> Tensor {
    let (x, weight) = (inputs[0], inputs[1])
    let (inSize, outSize) = (weight.shape.sizes[0], weight.shape.sizes[1])
    let rows = x.shape.rowCount
    precondition(x.shape.lastSize == inSize, "\(x.shape) times \(weight.shape)")
    return Tensor(x.shape.replacingLast(with: weight.shape.axes[1])) { y in
      MatrixProduct.multiply(
        rows: rows, columns: outSize, terms: inSize, MatrixView(x.pointer, columns: inSize),
        MatrixView(weight.pointer, columns: outSize), into: y, pool: pool)
      guard inputs.count == 3 else { return }
      let bias = inputs[2]
      pool.forRanges(rows, grain: Grain.rows(of: outSize)) {
        Columns.addBias(rows: $0, size: outSize, y, bias.pointer, into: y)
      }
    }
  }

  /// dx = dy·weightᵀ, dweight = xᵀ·dy, dbias = the column sums of dy.
  static func backward(
    _ inputs: [Tensor], dy: Tensor, wanted: [Bool], pool: WorkerPool
  ) -> [Tensor?] {
    let (x, weight) = (inputs[0], inputs[1])
    let (inSize, outSize) = (weight.shape.sizes[0], weight.shape.sizes[1])
    let rows = x.shape.rowCount
    let dyView = MatrixView(dy.pointer, columns: outSize)
    let dx =
      wanted[0]
      ? Tensor(x.shape) {
        MatrixProduct.multiply(
          rows: rows, columns: inSize, terms: outSize, dyView,
          MatrixView(weight.pointer, columns: outSize).transposed, into: $0, pool: pool)
      } : nil
    let dweight =
      wanted[1]
      ? Tensor(weight.shape) {
        MatrixProduct.multiply(
          rows: inSize, columns: outSize, terms: rows,
          MatrixView(x.pointer, columns: inSize).transposed, dyView, into: $0, pool: pool)
      } : nil
    guard inputs.count == 3 else { return [dx, dweight] }
    return [dx, dweight, wanted[2] ? columnSums(dy, like: inputs[2], pool: pool) : nil]
  }

  /// Σ over the rows of `dy`, one chain for each column.
  static func columnSums(_ dy: Tensor, like bias: Tensor, pool: WorkerPool) -> Tensor {
    let size = bias.count
    return Tensor(bias.shape) { out in
      pool.forRanges(size, grain: Grain.columns) {
        Columns.sums(columns: $0, rows: dy.count / size, size: size, dy.pointer, into: out)
      }
    }
  }
}
