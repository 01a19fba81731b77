import Kernels

/// Logits: each position's vector against every row of the token table.
enum Unembed {
  /// x[B, T, C] · table[V, C]ᵀ → [B, T, V]
  static func forward(_ x: Tensor, table: Tensor, on engine: Engine) -> Tensor {
    let (vocabulary, width) = (table.shape.sizes[0], table.shape.sizes[1])
    precondition(x.shape.lastSize == width, "\(x.shape) against \(table.shape)")
    return engine.tensor(x.shape.replacingLast(with: table.shape.axes[0])) {
      MatrixProduct.multiply(
        rows: x.shape.rowCount, columns: vocabulary, terms: width,
        MatrixView(x.pointer, columns: width),
        MatrixView(table.pointer, columns: width).transposed, into: $0, pool: engine.pool)
    }
  }

  /// dx = dy·table (+ what x's other uses gave), dtable = dyᵀ·x.
  static func backward(
    _ inputs: [Tensor], dy: Tensor, wanted: [Wanted], on engine: Engine
  ) -> [Tensor?] {
    let (x, table) = (inputs[0], inputs[1])
    let (vocabulary, width) = (table.shape.sizes[0], table.shape.sizes[1])
    let rows = x.shape.rowCount
    let threads = engine.pool.threadCount
    var work: [[Loop]] = []
    let dx = engine.gradient(of: x, wanted[0]) { dx, _ in
      work.append(
        MatrixProduct.loops(
          rows: rows, columns: width, terms: vocabulary,
          MatrixView(dy.pointer, columns: vocabulary), MatrixView(table.pointer, columns: width),
          into: dx, plus: Addend(elements: wanted[0].others?.pointer, columns: width),
          threads: threads))
    }
    let dtable = engine.gradient(of: table, wanted[1]) { dtable, continues in
      work.append(
        MatrixProduct.loops(
          rows: vocabulary, columns: width, terms: rows,
          MatrixView(dy.pointer, columns: vocabulary).transposed,
          MatrixView(x.pointer, columns: width), into: dtable, continues: continues,
          threads: threads))
    }
    engine.pool.run(sideBySide: work)
    return [dx, dtable]
  }
}
