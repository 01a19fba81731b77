import Tensors
import Text

/// Everything that lies on the learner's desk: one value, so that a lesson can keep the desk each
/// of its steps had and put it back.
package struct Desk {
  /// What was collected.
  package var collection: DeskCollection?
  /// The tokenizer that `encode`, `decode` and labels use.
  package var tokenizer: Tokenizer?
  /// The tokenizer that `merge` makes, one merge at a time.
  package var merging: DeskMerging?
  package var model: DeskModel?
  /// What `chat` has said and heard.
  package var conversation: [ConversationMessage] = []
  /// What the learner's assignments made.
  package var variables: [String: Value] = [:]
  /// `Out[n]` by cell number; only cells with a value are here.
  package var outputs: [Int: Value] = [:]
  /// The latest value: `_`.
  package var latest: Value?
  /// What the latest cell that drew something drew.
  package var figure: Figure?
  /// The tensors of the model, its last pass and its last step, by name.
  package var tensors: (any TensorSource)?
  /// Where the questions about its numbers stand.
  package var trail = WhyTrail()
  /// The seed of commands that are given none; a lesson's front matter sets it.
  package var seed: UInt64 = 1

  package init() {}
}
