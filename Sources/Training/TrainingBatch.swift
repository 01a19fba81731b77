import Kernels
import Models

/// What one step learns from: sequences, for each position the token that follows, and whether the
/// position counts.
package struct TrainingBatch: Sendable, Equatable {
  package let tokens: TokenBatch
  /// [batch · time]
  package let targets: [Int32]
  /// [batch · time], 0 or 1
  package let weights: [Float]

  package init(tokens: TokenBatch, targets: [Int32], weights: [Float]) {
    self.tokens = tokens
    self.targets = targets
    self.weights = weights
  }

  /// Sequences with the one token more that their last position should predict.
  /// - Parameter counts: for each row whether its tokens 1… are to be learnt; nil means all
  package init(sequences: [[Int32]], counts: [[Bool]]? = nil) {
    tokens = TokenBatch(sequences.map { $0.dropLast().map(Int.init) })
    targets = sequences.flatMap { $0.dropFirst() }
    weights =
      counts?.flatMap { $0.dropFirst().map { $0 ? 1 : 0 } }
      ?? [Float](repeating: 1, count: targets.count)
  }

  /// Some sequences of a step that go through the model together.
  struct Part {
    /// Which sequence of the step it begins with.
    let firstSequence: Int
    let tokens: TokenBatch
    /// Its place among the step's positions.
    let positions: Range<Int>
    let targets: [Int32]
  }

  /// All of it, `size` sequences at a time; the last part may be smaller.
  func parts(of size: Int) -> [Part] {
    stride(from: 0, to: tokens.batch, by: size).map { first in
      let rows = first..<min(first + size, tokens.batch)
      let positions = rows.lowerBound * tokens.time..<rows.upperBound * tokens.time
      return Part(
        firstSequence: first, tokens: tokens.rows(rows), positions: positions,
        targets: Array(targets[positions]))
    }
  }

  package var fingerprint: Fingerprint {
    Fingerprint(combining: [
      Fingerprint(tokens.ids), Fingerprint(targets), Fingerprint(weights),
    ])
  }
}
