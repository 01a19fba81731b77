import Kernels

/// y = x·weight + bias. Weights are stored [in, out], as the product reads.
enum Linear {
  /// - Parameters:
  ///   - inputs: x[…, C], weight[C, N], and possibly bias[N]
  ///   - stream: what the result is added to, if anything: […, N]
  static func forward(_ inputs: [Tensor], plus stream: Tensor? = nil, on engine: Engine) -> Tensor {
    let (x, weight) = (inputs[0], inputs[1])
    let (inSize, outSize) = (weight.shape.sizes[0], weight.shape.sizes[1])
    let rows = x.shape.rowCount
    precondition(x.shape.lastSize == inSize, "\(x.shape) times \(weight.shape)")
    let shape = x.shape.replacingLast(with: weight.shape.axes[1])
    precondition(stream == nil || stream?.shape.sizes == shape.sizes, "\(shape) added to a stream")
    return engine.tensor(stream?.shape ?? shape) { y in
      MatrixProduct.multiply(
        rows: rows, columns: outSize, terms: inSize, MatrixView(x.pointer, columns: inSize),
        MatrixView(weight.pointer, columns: outSize), into: y,
        plus: Addend(
          bias: inputs.count == 3 ? inputs[2].pointer : nil, elements: stream?.pointer,
          columns: outSize), pool: engine.pool)
    }
  }

  /// dx = dy·weightᵀ (+ what x's other uses gave), dweight = xᵀ·dy, dbias = the column sums of dy.
  static func backward(
    _ inputs: [Tensor], dy: Tensor, wanted: [Wanted], on engine: Engine
  ) -> [Tensor?] {
    let (x, weight) = (inputs[0], inputs[1])
    let (inSize, outSize) = (weight.shape.sizes[0], weight.shape.sizes[1])
    let rows = x.shape.rowCount
    let dyView = MatrixView(dy.pointer, columns: outSize)
    let threads = engine.pool.threadCount
    var work: [[Loop]] = []
    let dx = engine.gradient(of: x, wanted[0]) { dx, _ in
      work.append(
        MatrixProduct.loops(
          rows: rows, columns: inSize, terms: outSize, dyView,
          MatrixView(weight.pointer, columns: outSize).transposed, into: dx,
          plus: Addend(elements: wanted[0].others?.pointer, columns: inSize), threads: threads))
    }
    let dweight = engine.gradient(of: weight, wanted[1]) { dweight, continues in
      work.append(
        MatrixProduct.loops(
          rows: inSize, columns: outSize, terms: rows,
          MatrixView(x.pointer, columns: inSize).transposed, dyView, into: dweight,
          continues: continues, threads: threads))
    }
    let dbias = inputs.dropFirst(2).map {
      columnSums(dy, like: $0, wanted[2], on: engine, &work)
    }
    engine.pool.run(sideBySide: work)
    return [dx, dweight] + dbias
  }

  /// Σ over the rows of `dy`, one chain for each column.
  /// - Parameter work: where the loop that makes them is put
  static func columnSums(
    _ dy: Tensor, like bias: Tensor, _ wanted: Wanted, on engine: Engine, _ work: inout [[Loop]]
  ) -> Tensor? {
    let size = bias.count
    return engine.gradient(of: bias, wanted) { out, continues in
      work.append([
        Loop(ranges: size, grain: Grain.columns) {
          Columns.sums(
            columns: $0, rows: dy.count / size, size: size, dy.pointer, into: out,
            continues: continues)
        }
      ])
    }
  }
}
