import Kernels
import Models

/// What a step record holds of the trainable weights: enough to prove them, and to tell which tensor
/// is the first that differs.
struct WeightsProof: Equatable {
  let weights: Fingerprint
  let tensors: String
  static let digits = 4

  /// - Parameter pool: threads to share the weights; nil means the calling one alone
  init(_ parameters: Parameters, pool: WorkerPool? = nil) {
    let fingerprints = parameters.fingerprints(pool: pool)
    weights = Fingerprint(combining: fingerprints)
    tensors = fingerprints.map { $0.description.suffix(Self.digits) }.joined()
  }

  /// The first of `names`, in the order of the parameters, whose digits are not the recorded ones;
  /// nil if none is. Of 65 536 tensors that differ one has the same digits, and is passed over.
  func firstDifference(from recorded: String, names: [String]) -> String? {
    let (mine, theirs) = (Array(tensors.utf8), Array(recorded.utf8))
    return names.enumerated().first { place, _ in
      let range = place * Self.digits..<(place + 1) * Self.digits
      guard range.upperBound <= min(mine.count, theirs.count) else { return true }
      return mine[range] != theirs[range]
    }?.element
  }
}
