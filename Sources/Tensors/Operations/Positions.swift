import Kernels

/// Learned positions: adds row `offset + t` of a table to position t.
enum Positions {
  /// x[B, T, C] + table[T₀, C], offset + T ≤ T₀
  static func forward(_ x: Tensor, table: Tensor, offset: Int, pool: WorkerPool) -> Tensor {
    let (batch, time, width) = (x.shape.sizes[0], x.shape.sizes[1], x.shape.sizes[2])
    precondition(offset + time <= table.shape.sizes[0], "position outside \(table.shape)")
    return Tensor(x.shape) { out in
      for row in 0..<batch {
        let start = row * time * width
        Pointwise.add(
          time * width, x.pointer + start, table.pointer + offset * width, into: out + start)
      }
    }
  }

  /// dx = dy; dtable[offset + t] = Σ of dy over the batch, in order.
  static func backward(
    _ inputs: [Tensor], offset: Int, dy: Tensor, wanted: [Bool], pool: WorkerPool
  ) -> [Tensor?] {
    let table = inputs[1]
    let (batch, time, width) = (dy.shape.sizes[0], dy.shape.sizes[1], dy.shape.sizes[2])
    let dtable =
      wanted[1]
      ? Tensor(table.shape) { out in
        out.update(repeating: 0, count: table.count)
        let block = out + offset * width
        pool.forRanges(time * width, grain: Grain.elements) {
          Columns.sums(columns: $0, rows: batch, size: time * width, dy.pointer, into: block)
        }
      } : nil
    return [dy, dtable]
  }
}
