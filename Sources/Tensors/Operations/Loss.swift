import Kernels

/// Cross entropy: −log softmax(logits)[target] at each position, and its mean over the positions
/// that count.
enum Loss {
  /// logits[…, V], one target a position → [rows] losses; saves the probabilities for the backward
  /// pass.
  static func forEachToken(
    _ logits: Tensor, targets: [Int32], on engine: Engine
  ) -> (output: Tensor, saved: [Tensor]) {
    let rows = logits.shape.rowCount
    let size = logits.shape.lastSize
    precondition(targets.count == rows, "a target for each position")
    precondition(targets.allSatisfy { $0 >= 0 && $0 < size }, "a target outside the vocabulary")
    let losses = engine.tensor(Shape(["position": rows])) { _ in }
    let probabilities = engine.tensor(logits.shape) { out in
      engine.pool.forRanges(rows, grain: Grain.rows(of: size)) { range in
        targets.withUnsafeBufferPointer { targets in
          guard let targets = targets.baseAddress else { return }
          CrossEntropy.forward(
            rows: range, size: size, logits: logits.pointer, targets: targets,
            probabilities: out, losses: losses.storage.pointer)
        }
      }
    }
    return (losses, [probabilities])
  }

  /// logits[…, V], one target and one weight (0 or 1) a position → a single number; saves the
  /// probabilities for the backward pass.
  static func forward(
    _ logits: Tensor, targets: [Int32], weights: [Float], on engine: Engine
  ) -> (output: Tensor, saved: [Tensor]) {
    let (losses, saved) = forEachToken(logits, targets: targets, on: engine)
    return (Tensor(scalar: mean(of: losses, weights)), saved)
  }

  /// Σ loss·weight / Σ weight.
  static func mean(of losses: Tensor, _ weights: [Float]) -> Float {
    precondition(weights.count == losses.count, "a weight for each position")
    let total = weights.withUnsafeBufferPointer { weights in
      weights.baseAddress.map { LaneSum.products(losses.count, losses.pointer, $0) } ?? 0
    }
    return total / count(weights)
  }

  /// dlogits = (probabilities − one-hot)·share.
  /// - Parameter shares: what each position's loss counts in the result
  static func backward(
    _ probabilities: Tensor, targets: [Int32], shares: [Float], on engine: Engine
  ) -> Tensor {
    let size = probabilities.shape.lastSize
    return engine.tensor(probabilities.shape) { out in
      engine.pool.forRanges(probabilities.shape.rowCount, grain: Grain.rows(of: size)) { range in
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

  /// What each position's loss counts in the mean, times `dy`.
  static func shares(_ weights: [Float], dy: Float) -> [Float] {
    let share = dy / count(weights)
    return weights.map { $0 * share }
  }

  /// How many positions count; at least one, so that an empty mask gives 0 and not NaN.
  private static func count(_ weights: [Float]) -> Float { max(1, weights.reduce(0, +)) }
}

/// The mean that the cross entropy of a step is, for a step that is cut into micro-batches.
package enum MeanLoss {
  /// Σ loss·weight / Σ weight over all positions of the step.
  package static func value(of losses: [Tensor], weights: [Float]) -> Float {
    let all = losses.flatMap(\.values)
    return Loss.mean(of: Tensor(Shape(["position": all.count]), all), weights)
  }

  /// The gradient of the mean with respect to each position's loss.
  package static func gradient(weights: [Float]) -> [Float] { Loss.shares(weights, dy: 1) }
}
