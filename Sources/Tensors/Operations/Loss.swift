import Kernels

/// Mean cross entropy over the positions that count.
enum Loss {
  /// logits[…, V], one target and one weight (0 or 1) a position → a single number; saves the
  /// probabilities for the backward pass.
  static func forward(
    _ logits: Tensor, targets: [Int32], weights: [Float], pool: WorkerPool
  ) -> (output: Tensor, saved: [Tensor]) {
    let rows = logits.shape.rowCount
    let size = logits.shape.lastSize
    precondition(targets.count == rows && weights.count == rows, "a target for each position")
    precondition(targets.allSatisfy { $0 >= 0 && $0 < size }, "a target outside the vocabulary")
    let losses = Storage(uninitialized: rows)
    let probabilities = Tensor(logits.shape) { out in
      pool.forRanges(rows, grain: Grain.rows(of: size)) { range in
        targets.withUnsafeBufferPointer { targets in
          guard let targets = targets.baseAddress else { return }
          CrossEntropy.forward(
            rows: range, size: size, logits: logits.pointer, targets: targets,
            probabilities: out, losses: losses.pointer)
        }
      }
    }
    let total = weights.withUnsafeBufferPointer { weights in
      weights.baseAddress.map { LaneSum.products(rows, losses.pointer, $0) } ?? 0
    }
    return (Tensor(scalar: total / count(weights)), [probabilities])
  }

  /// dlogits = (probabilities − one-hot)·weight / count·dy.
  static func backward(
    _ probabilities: Tensor, targets: [Int32], weights: [Float], dy: Tensor, pool: WorkerPool
  ) -> Tensor {
    let size = probabilities.shape.lastSize
    let share = dy.scalar / count(weights)
    let shares = weights.map { $0 * share }
    return Tensor(probabilities.shape) { out in
      pool.forRanges(probabilities.shape.rowCount, grain: Grain.rows(of: size)) { range in
        targets.withUnsafeBufferPointer { targets in
          shares.withUnsafeBufferPointer { shares in
            guard let targets = targets.baseAddress, let shares = shares.baseAddress else { return }
            CrossEntropy.backward(
              rows: range, size: size, probabilities: probabilities.pointer, targets: targets,
              weights: shares, into: out)
          }
        }
      }
    }
  }

  /// How many positions count; at least one, so that an empty mask gives 0 and not NaN.
  private static func count(_ weights: [Float]) -> Float { max(1, weights.reduce(0, +)) }
}
