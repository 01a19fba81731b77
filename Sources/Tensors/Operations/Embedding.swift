import Kernels

/// Looks up each token's row in a table.
enum Embedding {
  /// table[V, C], ids [B·T] → [B, T, C]
  static func forward(table: Tensor, ids: [Int32], batch: Int, on engine: Engine) -> Tensor {
    let (vocabulary, width) = (table.shape.sizes[0], table.shape.sizes[1])
    let shape = Shape([
      Axis("batch", batch), Axis("position", ids.count / batch), table.shape.axes[1],
    ])
    return engine.tensor(shape) { out in
      for (row, id) in ids.enumerated() {
        precondition(id >= 0 && id < vocabulary, "token \(id) outside the vocabulary")
        (out + row * width).update(from: table.pointer + Int(id) * width, count: width)
      }
    }
  }

  /// dtable[v] = Σ of dy over the positions that hold token v, in order of position; in a sum that
  /// is gathered, after everything else.
  static func backward(
    table: Tensor, ids: [Int32], dy: Tensor, wanted: Wanted, on engine: Engine
  ) -> Tensor? {
    switch wanted {
    case .nothing: return nil
    case .sum(let sum):
      sum.addLater(dy, toRows: ids)
      return nil
    case .tensor:
      return engine.tensor(table.shape) { out in
        out.update(repeating: 0, count: table.count)
        addRows(dy, ids: ids, width: table.shape.lastSize, to: out)
      }
    }
  }

  /// out[ids[i]] += rows[i], in order of i.
  /// - Parameters:
  ///   - rows: [ids.count, `width`]
  ///   - out: [V, `width`]
  static func addRows(
    _ rows: Tensor, ids: [Int32], width: Int, to out: UnsafeMutablePointer<Float>
  ) {
    for (row, id) in ids.enumerated() {
      let sum = out + Int(id) * width
      Pointwise.add(width, sum, rows.pointer + row * width, into: sum)
    }
  }
}
