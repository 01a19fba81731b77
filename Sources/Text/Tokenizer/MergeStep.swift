/// One step of training: which pair was merged, why, and what it did to the example text.
package struct MergeStep: Equatable, Sendable, Codable {
  /// Steps count from 0.
  package let index: Int
  package let left: LabelledToken
  package let right: LabelledToken
  /// How often the pair occurred in the training text, the most of all pairs.
  package let count: Int
  /// The new token.
  package let token: LabelledToken
  /// The trainer's example text, in tokens, before and after this merge.
  package let before: [LabelledToken]
  package let after: [LabelledToken]
}
