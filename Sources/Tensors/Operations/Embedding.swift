import Kernels

/// Looks up each token's row in a table.
enum Embedding {
  /// table[V, C], ids [B·T] → [B, T, C]
  static func forward(table: Tensor, ids: [Int32], batch: Int) -> Tensor {
    let (vocabulary, width) = (table.shape.sizes[0], table.shape.sizes[1])
    let shape = Shape([
      Axis("batch", batch), Axis("position", ids.count / batch), table.shape.axes[1],
    ])
    return Tensor(shape) { out in
      for (row, id) in ids.enumerated() {
        precondition(id >= 0 && id < vocabulary, "token \(id) outside the vocabulary")
        (out + row * width).update(from: table.pointer + Int(id) * width, count: width)
      }
    }
  }

  /// dtable[v] = Σ of dy over the positions that hold token v, in order of position.
  static func backward(table: Tensor, ids: [Int32], dy: Tensor, pool: WorkerPool) -> Tensor {
    let width = table.shape.sizes[1]
    return Tensor(table.shape) { out in
      out.update(repeating: 0, count: table.count)
      for (row, id) in ids.enumerated() {
        let sum = out + Int(id) * width
        Pointwise.add(width, sum, dy.pointer + row * width, into: sum)
      }
    }
  }
}
