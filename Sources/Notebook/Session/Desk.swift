import Tensors
import Text

/// Everything that lies on the learner's desk: one value, so that a lesson can keep the desk each
/// of its steps had and put it back.
package struct Desk {
  /// The tokenizer that `encode`, `decode` and labels use.
  package var variables: [String: Value] = [:]
  /// `Out[n]` by cell number; only cells with a value are here.
  package var outputs: [Int: Value] = [:]
  /// The latest value: `_`.
  package var latest: Value?

  package init() {}
}
