import Text

/// A tokenizer in the making: where `merge` left its trainer, and what that learns from.
package struct DeskMerging {
  /// What the documents are called, to tell whether a later cell means the same.
  package let source: String
  package var trainer: TokenizerTrainer
}
