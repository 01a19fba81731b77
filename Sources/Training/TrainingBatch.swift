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

  package var fingerprint: Fingerprint {
    Fingerprint(combining: [
      Fingerprint(tokens.ids), Fingerprint(targets), Fingerprint(weights),
    ])
  }
}
