import Kernels

/// Logits: each position's vector against every row of the token table.
enum Unembed {
  /// x[B, T, C] · table[V, C]ᵀ → [B, T, V]
  static func forward(_ x: Tensor, table: Tensor, pool: WorkerPool) -> Tensor {
    let (vocabulary, width) = (table.shape.sizes[0], table.shape.sizes[1])
    precondition(x.shape.lastSize == width, "\(x.shape) against \(table.shape)")
    return Tensor(x.shape.replacingLast(with: table.shape.axes[0])) {
      MatrixProduct.multiply(
        rows: x.shape.rowCount, columns: vocabulary, terms: width,
        MatrixView(x.pointer, columns: width),
        MatrixView(table.pointer, columns: width).transposed, into: $0, pool: pool)
    }
  }

  /// dx = dy·table, dtable = dyᵀ·x.
  static func backward(
    _ inputs: [Tensor], dy: Tensor, wanted: [Bool], pool: WorkerPool
  ) -> [Tensor?] {
    let (x, table) = (inputs[0], inputs[1])
    let (vocabulary, width) = (table.shape.sizes[0], table.shape.sizes[1])
    let rows = x.shape.rowCount
    let dx =
      wanted[0]
      ? Tensor(x.shape) {
        MatrixProduct.multiply(
          rows: rows, columns: width, terms: vocabulary,
          MatrixView(dy.pointer, columns: vocabulary), MatrixView(table.pointer, columns: width),
          into: $0, pool: pool)
      } : nil
    let dtable =
      wanted[1]
      ? Tensor(table.shape) {
        MatrixProduct.multiply(
          rows: vocabulary, columns: width, terms: rows,
          MatrixView(dy.pointer, columns: vocabulary).transposed,
          MatrixView(x.pointer, columns: width), into: $0, pool: pool)
      } : nil
    return [dx, dtable]
  }
}
