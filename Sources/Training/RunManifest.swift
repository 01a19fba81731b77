import Kernels

/// `run.json`: what was asked, what it was asked of, and who did it.
package struct RunManifest: Codable, Equatable, Sendable {
  /// The layout of run folders that this program writes and reads.
  package static let currentFormat = 1

  package let format: Int
  package let request: TrainingRequest
  /// Of the files written before the first step, by name.
  package let files: [String: Fingerprint]
  package let data: Fingerprint
  package let tokenizer: Fingerprint
  /// Of the base's weights, which an adapter leaves as they are; of the starting weights else.
  package let base: Fingerprint
  /// The program's version and the machine, for the record; they do not change the result.
  package let program: String
  package let machine: String
}
