import Kernels

/// LayerNorm (`centers`) and RMSNorm over the last axis.
enum Norm {
  /// - Parameter inputs: x[…, C], weight[C], and possibly bias[C]
  static func forward(
    _ inputs: [Tensor], _ epsilon: Float, centers: Bool, on engine: Engine
  ) -> Tensor {
    let (x, weight) = (inputs[0], inputs[1])
    let bias = inputs.count == 3 ? inputs[2] : nil
    let size = x.shape.lastSize
    return engine.tensor(x.shape) { out in
      engine.pool.forRanges(x.shape.rowCount, grain: Grain.rows(of: size)) {
        Normalization.forward(
          rows: $0, size: size, epsilon: epsilon, centers: centers, x.pointer,
          weight: weight.pointer, bias: bias?.pointer, into: out)
      }
    }
  }

  /// dx by rows (+ what x's other uses gave); dweight = Σ dy·unit and dbias = Σ dy down the rows.
  static func backward(
    _ inputs: [Tensor], _ epsilon: Float, centers: Bool, dy: Tensor, wanted: [Wanted],
    on engine: Engine
  ) -> [Tensor?] {
    let (x, weight) = (inputs[0], inputs[1])
    let size = x.shape.lastSize
    let rows = x.shape.rowCount
    return withUnsafeTemporaryAllocation(of: Normalization.Statistics.self, capacity: rows) {
      guard let statistics = $0.baseAddress else { return [] }
      let dx = engine.tensor(x.shape) { out in
        engine.pool.forRanges(rows, grain: Grain.rows(of: size)) {
          Normalization.backward(
            rows: $0, size: size, epsilon: epsilon, centers: centers, x: x.pointer,
            weight: weight.pointer, dy: dy.pointer, plus: wanted[0].others?.pointer,
            statistics: statistics, into: out)
        }
      }
      var work: [[Loop]] = []
      let dweight = engine.gradient(of: weight, wanted[1]) { out, continues in
        work.append([
          Loop(ranges: size, grain: Grain.columns) {
            Normalization.weightGradients(
              columns: $0, rows: rows, size: size, x: x.pointer, dy: dy.pointer,
              statistics: statistics, into: out, continues: continues)
          }
        ])
      }
      let dbias = inputs.dropFirst(2).map {
        Linear.columnSums(dy, like: $0, wanted[2], on: engine, &work)
      }
      engine.pool.run(sideBySide: work)
      return [dx, dweight] + dbias
    }
  }
}
