import ArgumentParser
import Text

/// A prompt given as words; quotes around it are optional.
package struct PromptArgument: ParsableArguments {
  @Argument(help: "The text.")
  var words: [String]

  package init() {}

  var text: String { words.joined(separator: " ") }
}

extension Session {
  /// A prompt as tokens. Special tokens such as <|endoftext|> are understood. Throws `NotYet` if it
  /// is empty.
  func tokens(of prompt: String, _ tokenizer: Tokenizer) throws -> [Int] {
    let tokens = tokenizer.encode(prompt, allowSpecial: true)
    guard !tokens.isEmpty else { throw NotYet("the prompt is empty; say something") }
    return tokens
  }
}
