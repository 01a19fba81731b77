import Kernels

/// How the heads of an attention lie side by side in the channels.
package struct AttentionPlan: Sendable {
  package let heads: Int
  /// Fewer than `heads` share keys and values: query head h reads key head h·K/H.
  package let keyHeads: Int
  /// Nil where positions are not rotary.
  package let rotary: RotaryTable?

  package init(heads: Int, keyHeads: Int, rotary: RotaryTable?) {
    self.heads = heads
    self.keyHeads = keyHeads
    self.rotary = rotary
  }
}

/// Causal self-attention of whole sequences in one pass over each head, for when nobody looks at
/// what lies between: rotary positions, scores, softmax, weighted values. The bits are those of the
/// single operations.
///
/// Queries are taken a block at a time together with the keys that they see: what lies right of a
/// block is never computed, of what lies right of the diagonal in it no whole tile is, and what lies
/// between stays in the cache. After Dao et al. 2022
/// ("FlashAttention"), but with the pattern kept for the backward pass.
struct FusedAttention {
  private let heads: Int
  private let keyHeads: Int
  private let rotary: RotaryTable?
  private let batch: Int
  private let time: Int
  /// Of one head.
  private let size: Int
  private let root: Float
  /// Queries to a block.
  private let block: Int

  /// - Parameter query: the shape of q, [B, T, H·D]
  init(_ plan: AttentionPlan, query: Shape) {
    (heads, keyHeads, rotary) = (plan.heads, plan.keyHeads, plan.rotary)
    (batch, time, size) = (query.sizes[0], query.sizes[1], query.sizes[2] / plan.heads)
    root = Float(size).squareRoot()
    block = Self.block(time: time)
  }

  /// As many queries as the widest tile has columns. A narrower tile packs the keys, for each block anew: it
  /// takes more, as long as their scores, 256 KiB, stay in the second cache.
  private static func block(time: Int) -> Int {
    Build.current == .v4 ? fewest : max(fewest, min(65_536 / max(time, 1), 256))
  }
  private static let fewest = 64

  private var width: Int { heads * size }
  private var keyWidth: Int { keyHeads * size }

  /// q[B, T, H·D], k and v[B, T, K·D] → z[B, T, H·D]; saves the turned q and k, and the pattern
  /// [B, H, T, T], of which only what is visible is written.
  func forward(_ inputs: [Tensor], on engine: Engine) -> (output: Tensor, saved: [Tensor]) {
    let q = turned(inputs[0], backwards: false, on: engine)
    let k = turned(inputs[1], backwards: false, on: engine)
    let v = inputs[2]
    let pattern = engine.tensor(
      Shape(["batch": batch, "head": heads, "query": time, "key": time])
    ) { _ in }
    let z = engine.tensor(inputs[0].shape) { out in
      engine.pool.forEach(batch * heads) { index in
        let head = index % heads
        let start = index / heads * time
        let query = q.pointer + start * width + head * size
        let key = k.pointer + start * keyWidth + keyHead(head) * size
        let value = v.pointer + start * keyWidth + keyHead(head) * size
        let rows = pattern.storage.pointer + index * time * time
        forEachBlock { block in
          let row = rows + block.lowerBound * time
          MatrixProduct.multiplyAlone(
            rows: block.count, columns: block.upperBound, terms: size,
            MatrixView(query + block.lowerBound * width, columns: width),
            MatrixView(key, columns: keyWidth).transposed, into: row, rowStride: time,
            triangle: .columnsUpTo(offset: block.lowerBound))
          softmax(block, row)
          MatrixProduct.multiplyAlone(
            rows: block.count, columns: size, terms: block.upperBound,
            MatrixView(row, columns: time), MatrixView(value, columns: keyWidth),
            into: out + (start + block.lowerBound) * width + head * size, rowStride: width,
            triangle: .termsUpTo(offset: block.lowerBound))
        }
      }
    }
    return (z, [q, k, pattern])
  }

  /// Scores to probabilities, in place; 0 beyond what each query sees.
  private func softmax(_ block: Range<Int>, _ rows: UnsafeMutablePointer<Float>) {
    for query in block {
      let row = rows + (query - block.lowerBound) * time
      let (seen, padded) = (query + 1, padded(query, block))
      (row + seen).update(repeating: -.infinity, count: padded - seen)
      Softmax.forward(rows: 0..<1, size: padded, row, dividedBy: root, into: row)
      (row + padded).update(repeating: 0, count: block.upperBound - padded)
    }
  }

  /// How many keys a query sees, rounded up to eight if the block has so many: eight at a time need no
  /// care for the last.
  private func padded(_ query: Int, _ block: Range<Int>) -> Int {
    min((query + 8) & ~7, block.upperBound)
  }

  /// The gradients of q, k and v. Those of keys and values are gathered over the query heads of a
  /// group in order, the chain going on from head to head.
  func backward(_ inputs: [Tensor], saved: [Tensor], dz: Tensor, on engine: Engine) -> [Tensor?] {
    let (q, k, pattern) = (saved[0], saved[1], saved[2])
    let v = inputs[2]
    let dq = engine.tensor(q.shape) { _ in }
    let dk = engine.tensor(k.shape) { _ in }
    let dv = engine.tensor(v.shape) { _ in }
    engine.pool.forEach(batch * keyHeads) { index in
      let (sequence, keyHead) = (index / keyHeads, index % keyHeads)
      let keyStart = sequence * time * keyWidth + keyHead * size
      clear(dk.storage.pointer + keyStart)
      clear(dv.storage.pointer + keyStart)
      prefetch(index + 1, q, k, v, pattern)
      let group = group(of: keyHead)
      for head in group {
        let start = sequence * time * width + head * size
        backward(
          Head(
            isFirst: head == group.lowerBound,
            q: q.pointer + start, k: k.pointer + keyStart, v: v.pointer + keyStart,
            pattern: pattern.pointer + (sequence * heads + head) * time * time,
            dz: dz.pointer + start, dq: dq.storage.pointer + start,
            dk: dk.storage.pointer + keyStart, dv: dv.storage.pointer + keyStart))
      }
    }
    return [
      turned(dq, backwards: true, on: engine), turned(dk, backwards: true, on: engine), dv,
    ]
  }

  /// Where one head's matrices begin.
  private struct Head {
    /// Of those that share keys and values.
    let isFirst: Bool
    let q: UnsafePointer<Float>, k: UnsafePointer<Float>, v: UnsafePointer<Float>
    let pattern: UnsafePointer<Float>, dz: UnsafePointer<Float>
    let dq: UnsafeMutablePointer<Float>, dk: UnsafeMutablePointer<Float>
    let dv: UnsafeMutablePointer<Float>
  }

  private func backward(_ head: Head) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: block * time) { scratch in
      guard let dscores = scratch.baseAddress else { return }
      forEachBlock { block in
        let (count, visible) = (block.count, block.upperBound)
        let dz = MatrixView(head.dz + block.lowerBound * width, columns: width)
        let pattern = head.pattern + block.lowerBound * time
        // The first head writes the first block's keys anew; those beyond it were cleared.
        let continues = !head.isFirst || block.lowerBound > 0
        MatrixProduct.multiplyAlone(
          rows: count, columns: visible, terms: size, dz,
          MatrixView(head.v, columns: keyWidth).transposed, into: dscores, rowStride: time,
          triangle: .columnsUpTo(offset: block.lowerBound))
        MatrixProduct.multiplyAlone(
          rows: visible, columns: size, terms: count, MatrixView(pattern, columns: time).transposed,
          dz, into: head.dv, rowStride: keyWidth, continues: continues,
          triangle: .termsFrom(offset: block.lowerBound))
        softmaxBackward(block, pattern, dscores)
        MatrixProduct.multiplyAlone(
          rows: count, columns: size, terms: visible, MatrixView(dscores, columns: time),
          MatrixView(head.k, columns: keyWidth), into: head.dq + block.lowerBound * width,
          rowStride: width, triangle: .termsUpTo(offset: block.lowerBound))
        MatrixProduct.multiplyAlone(
          rows: visible, columns: size, terms: count, MatrixView(dscores, columns: time).transposed,
          MatrixView(head.q + block.lowerBound * width, columns: width), into: head.dk,
          rowStride: keyWidth, continues: continues, triangle: .termsFrom(offset: block.lowerBound))
      }
    }
  }

  /// Gradients of probabilities to gradients of scores, in place; 0 beyond what each query sees, as the
  /// probability is.
  private func softmaxBackward(
    _ block: Range<Int>, _ pattern: UnsafePointer<Float>, _ gradients: UnsafeMutablePointer<Float>
  ) {
    for query in block {
      let row = gradients + (query - block.lowerBound) * time
      let padded = padded(query, block)
      Softmax.backward(
        rows: 0..<1, size: padded, y: pattern + (query - block.lowerBound) * time, dy: row,
        dividedBy: root, into: row)
      (row + padded).update(repeating: 0, count: block.upperBound - padded)
    }
  }

  /// Asks for the first rows that the next index reads of q, k, v and the pattern (dz was just written):
  /// products so small have no time to wait for lines that lie so far apart.
  private func prefetch(_ index: Int, _ q: Tensor, _ k: Tensor, _ v: Tensor, _ pattern: Tensor) {
    let (sequence, keyHead) = (index / keyHeads, index % keyHeads)
    guard sequence < batch else { return }
    let (head, rows) = (group(of: keyHead).lowerBound, min(time, Self.fewest))
    let keyStart = sequence * time * keyWidth + keyHead * size
    MatrixView(q.pointer + sequence * time * width + head * size, columns: width)
      .prefetch(rows: rows, columns: size)
    for keys in [k, v] {
      MatrixView(keys.pointer + keyStart, columns: keyWidth).prefetch(rows: rows, columns: size)
    }
    MatrixView(pattern.pointer + (sequence * heads + head) * time * time, columns: time)
      .prefetch(rows: rows, columns: rows)
  }

  /// The query heads that share a key head.
  private func group(of keyHead: Int) -> Range<Int> {
    keyHead * heads / keyHeads..<(keyHead + 1) * heads / keyHeads
  }

  private func keyHead(_ head: Int) -> Int { head * keyHeads / heads }

  /// Zeros for the keys beyond the first block, which is written without looking.
  private func clear(_ keys: UnsafeMutablePointer<Float>) {
    for position in min(block, time)..<time {
      (keys + position * keyWidth).update(repeating: 0, count: size)
    }
  }

  private func forEachBlock(_ body: (Range<Int>) -> Void) {
    for first in stride(from: 0, to: time, by: block) {
      body(first..<min(first + block, time))
    }
  }

  /// Every head's vector turned to its position, or as it is where positions are not rotary.
  private func turned(_ x: Tensor, backwards: Bool, on engine: Engine) -> Tensor {
    guard let rotary else { return x }
    let heads = x.shape.lastSize / size
    return engine.tensor(x.shape) { out in
      engine.pool.forRanges(batch * time, grain: Grain.rows(of: x.shape.lastSize)) { rows in
        for row in rows.lowerBound * heads..<rows.upperBound * heads {
          rotary.turn(
            row / heads % time, x.pointer + row * size, into: out + row * size,
            backwards: backwards)
        }
      }
    }
  }
}
