import Kernels
import Models

/// What a step record holds of the trainable weights: enough to prove them, and to tell which tensor
/// is the first that differs.
struct WeightsProof: Equatable {
  let weights: Fingerprint
  let tensors: String
  private static let digits = 4

  /// One pass over the weights.
  init(_ parameters: Parameters) {
    let prefixes = parameters.prefixFingerprints
    weights = prefixes.last ?? parameters.fingerprint
    tensors = prefixes.map { $0.description.suffix(Self.digits) }.joined()
  }

  /// The first of `names`, in the order of the parameters, whose digits are not the recorded ones;
  /// nil if none is. One difference in 65 536 is told one tensor late.
  func firstDifference(from recorded: String, names: [String]) -> String? {
    let (mine, theirs) = (Array(tensors.utf8), Array(recorded.utf8))
    return names.enumerated().first { place, _ in
      let range = place * Self.digits..<(place + 1) * Self.digits
      guard range.upperBound <= min(mine.count, theirs.count) else { return true }
      return mine[range] != theirs[range]
    }?.element
  }
}
