import Kernels

/// Adds what belongs to each position to every sequence of the batch.
enum Positions {
  /// x[B, T, C] + positions[from ..< from + T, C]
  /// - Parameters:
  ///   - positions: [1, T, C], or a table of all positions [P, C]
  ///   - first: the position of x's first token, in a table
  static func forward(
    _ x: Tensor, _ positions: Tensor, first: Int, on engine: Engine
  ) -> Tensor {
    let (time, width) = (x.shape.sizes[1], x.shape.sizes[2])
    precondition(
      positions.shape.lastSize == width && positions.shape.rowCount >= first + time,
      "\(x.shape) with positions \(positions.shape)")
    let size = time * width
    let rows = positions.pointer + first * width
    return engine.tensor(x.shape) { out in
      engine.pool.forEach(x.count / max(size, 1)) { row in
        Pointwise.add(size, x.pointer + row * size, rows, into: out + row * size)
      }
    }
  }

  /// dx = dy; dpositions = Σ of dy over the batch, in order; 0 for other positions of a table.
  static func backward(
    _ inputs: [Tensor], first: Int, dy: Tensor, wanted: [Wanted], on engine: Engine
  ) -> [Tensor?] {
    let width = dy.shape.lastSize
    let size = dy.shape.sizes[1] * width
    let count = inputs[1].count
    let dpositions = engine.gradient(of: inputs[1], wanted[1]) { out, continues in
      let used = out + first * width
      if !continues {
        out.update(repeating: 0, count: first * width)
        (used + size).update(repeating: 0, count: count - first * width - size)
      }
      engine.pool.forRanges(size, grain: Grain.elements) {
        Columns.sums(
          columns: $0, rows: dy.count / max(size, 1), size: size, dy.pointer, into: used,
          continues: continues)
      }
    }
    return [dy, dpositions]
  }
}
