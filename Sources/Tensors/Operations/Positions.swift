import Kernels

/// Adds what belongs to each position to every sequence of the batch.
enum Positions {
  /// x[B, T, C] + positions[1, T, C]
  static func forward(_ x: Tensor, _ positions: Tensor, pool: WorkerPool) -> Tensor {
    precondition(
      x.shape.sizes.dropFirst() == positions.shape.sizes.dropFirst(),
      "\(x.shape) with positions \(positions.shape)")
    let size = positions.count
    return Tensor(x.shape) { out in
      pool.forEach(x.count / max(size, 1)) { row in
        Pointwise.add(size, x.pointer + row * size, positions.pointer, into: out + row * size)
      }
    }
  }

  /// dx = dy; dpositions = Σ of dy over the batch, in order.
  static func backward(
    _ inputs: [Tensor], dy: Tensor, wanted: [Bool], pool: WorkerPool
  ) -> [Tensor?] {
    let size = inputs[1].count
    guard wanted[1] else { return [dy, nil] }
    let dpositions = Tensor(inputs[1].shape) { out in
      pool.forRanges(size, grain: Grain.elements) {
        Columns.sums(
          columns: $0, rows: dy.count / max(size, 1), size: size, dy.pointer, into: out)
      }
    }
    return [dy, dpositions]
  }
}
