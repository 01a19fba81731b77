/// What can be wrong with a request to a tokenizer or its trainer.
package enum TokenizerError: Error, Equatable, CustomStringConvertible {
  case idOutOfRange(id: Int, vocabularySize: Int)
  case vocabularyTooSmall(requested: Int, smallest: Int)
  case vocabularyTooLarge(requested: Int, largest: Int)
  case noText
  case specialTokenEmpty
  case specialTokenTwice(String)
  case specialTokenIsWord(String)

  package var description: String {
    switch self {
    case .idOutOfRange(let id, let size):
      "token id \(id) does not exist: this tokenizer has the ids 0 to \(size - 1)"
    case .vocabularyTooSmall(let requested, let smallest):
      """
      a vocabulary of \(requested) tokens is too small: the 256 bytes and the special tokens \
      alone take \(smallest); ask for \(smallest) or more
      """
    case .vocabularyTooLarge(let requested, let largest):
      "a vocabulary of \(requested) tokens is too large: ask for \(largest) or fewer"
    case .noText:
      "there is no text to learn a tokenizer from: give at least one document that is not empty"
    case .specialTokenEmpty:
      "a special token has no text: give it a name such as <|end|>"
    case .specialTokenTwice(let text):
      "the special token \(text) is listed twice: list it once"
    case .specialTokenIsWord(let text):
      """
      the special token \(text) could also be an ordinary token: mix letters and marks, \
      as in <|\(text)|>
      """
    }
  }
}
