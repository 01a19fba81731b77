import Kernels

/// The two products of scaled dot-product attention (Vaswani et al. 2017), causal, with fewer key
/// heads than query heads if wanted (Ainslie et al. 2023): query head h reads key head h·K/H.
///
/// Keys may reach further back than queries: query t of T sees keys 0…(S − T + t) of S.
enum Attention {
  /// q[B, H, T, D]·k[B, K, S, D]ᵀ / √D → [B, H, T, S], −∞ beyond what a query may see.
  static func scores(q: Tensor, k: Tensor, on engine: Engine) -> Tensor {
    let at = Layout(q: q.shape, k: k.shape)
    let shape = Shape([
      q.shape.axes[0], q.shape.axes[1], Axis("query", at.queries), Axis("key", at.keys),
    ])
    let root = Float(at.size).squareRoot()
    return engine.tensor(shape) { out in
      engine.pool.forEach(at.batch * at.heads) { head in
        let scores = out + head * at.queries * at.keys
        MatrixProduct.multiplyAlone(
          rows: at.queries, columns: at.keys, terms: at.size,
          MatrixView(q.pointer + head * at.queries * at.size, columns: at.size),
          MatrixView(k.pointer + at.keyHead(head) * at.keys * at.size, columns: at.size).transposed,
          into: scores)
        Pointwise.divide(at.queries * at.keys, scores, by: root, into: scores)
        for query in 0..<at.queries {
          for key in at.visible(query)..<at.keys { scores[query * at.keys + key] = -.infinity }
        }
      }
    }
  }

  /// dq = dy·k / √D, dk = dyᵀ·q / √D summed over the query heads of a group in order.
  static func scoresBackward(
    q: Tensor, k: Tensor, dy: Tensor, wanted: [Wanted], on engine: Engine
  ) -> [Tensor?] {
    let at = Layout(q: q.shape, k: k.shape)
    let root = Float(at.size).squareRoot()
    let scaled = engine.tensor(dy.shape) { out in
      engine.pool.forRanges(dy.count, grain: Grain.elements) {
        Pointwise.divide(
          $0.count, dy.pointer + $0.lowerBound, by: root, into: out + $0.lowerBound)
      }
    }
    let dq =
      wanted[0].isWanted
      ? engine.tensor(q.shape) { out in
        engine.pool.forEach(at.batch * at.heads) { head in
          MatrixProduct.multiplyAlone(
            rows: at.queries, columns: at.size, terms: at.keys,
            MatrixView(scaled.pointer + head * at.queries * at.keys, columns: at.keys),
            MatrixView(k.pointer + at.keyHead(head) * at.keys * at.size, columns: at.size),
            into: out + head * at.queries * at.size, rowStride: at.size)
        }
      } : nil
    return [dq, wanted[1].isWanted ? at.gathered(scaled, q, like: k, on: engine) : nil]
  }

  /// pattern[B, H, T, S]·v[B, K, S, D] → [B, H, T, D]
  static func weightedValues(pattern: Tensor, v: Tensor, on engine: Engine) -> Tensor {
    let at = Layout(pattern: pattern.shape, v: v.shape)
    let shape = Shape([
      pattern.shape.axes[0], pattern.shape.axes[1], Axis("position", at.queries), v.shape.axes[3],
    ])
    return engine.tensor(shape) { out in
      engine.pool.forEach(at.batch * at.heads) { head in
        MatrixProduct.multiplyAlone(
          rows: at.queries, columns: at.size, terms: at.keys,
          MatrixView(pattern.pointer + head * at.queries * at.keys, columns: at.keys),
          MatrixView(v.pointer + at.keyHead(head) * at.keys * at.size, columns: at.size),
          into: out + head * at.queries * at.size, rowStride: at.size)
      }
    }
  }

  /// dpattern = dy·vᵀ, dv = patternᵀ·dy summed over the query heads of a group in order.
  static func weightedValuesBackward(
    pattern: Tensor, v: Tensor, dy: Tensor, wanted: [Wanted], on engine: Engine
  ) -> [Tensor?] {
    let at = Layout(pattern: pattern.shape, v: v.shape)
    let dpattern =
      wanted[0].isWanted
      ? engine.tensor(pattern.shape) { out in
        engine.pool.forEach(at.batch * at.heads) { head in
          MatrixProduct.multiplyAlone(
            rows: at.queries, columns: at.keys, terms: at.size,
            MatrixView(dy.pointer + head * at.queries * at.size, columns: at.size),
            MatrixView(v.pointer + at.keyHead(head) * at.keys * at.size, columns: at.size)
              .transposed,
            into: out + head * at.queries * at.keys)
        }
      } : nil
    return [dpattern, wanted[1].isWanted ? at.gathered(pattern, dy, like: v, on: engine) : nil]
  }

  /// The sizes of one attention, and which key head a query head reads.
  private struct Layout {
    let batch: Int, heads: Int, keyHeads: Int, queries: Int, keys: Int, size: Int

    init(q: Shape, k: Shape) {
      (batch, heads, queries, size) = (q.sizes[0], q.sizes[1], q.sizes[2], q.sizes[3])
      (keyHeads, keys) = (k.sizes[1], k.sizes[2])
    }

    init(pattern: Shape, v: Shape) {
      (batch, heads, queries) = (pattern.sizes[0], pattern.sizes[1], pattern.sizes[2])
      (keyHeads, keys, size) = (v.sizes[1], v.sizes[2], v.sizes[3])
    }

    var group: Int { heads / keyHeads }

    /// `head` counts over the batch's query heads; the result over its key heads.
    func keyHead(_ head: Int) -> Int {
      head / heads * keyHeads + head % heads / group
    }

    /// How many keys a query may see.
    func visible(_ query: Int) -> Int { keys - queries + query + 1 }

    /// Σ over the heads of a group: left[B, H, T, S]ᵀ·right[B, H, T, D], the chain going on from
    /// head to head.
    func gathered(_ left: Tensor, _ right: Tensor, like k: Tensor, on engine: Engine) -> Tensor {
      Tensor(k.shape) { out in
        engine.pool.forEach(batch * keyHeads) { keyHead in
          for member in 0..<group {
            let head = keyHead / keyHeads * heads + keyHead % keyHeads * group + member
            MatrixProduct.multiplyAlone(
              rows: keys, columns: size, terms: queries,
              MatrixView(left.pointer + head * queries * keys, columns: keys).transposed,
              MatrixView(right.pointer + head * queries * size, columns: size),
              into: out + keyHead * keys * size, continues: member > 0)
          }
        }
      }
    }
  }
}
