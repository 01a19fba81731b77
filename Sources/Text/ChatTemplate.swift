/// How a conversation becomes tokens: `<|user|>question<|end|><|assistant|>answer<|end|>`.
package struct ChatTemplate: Sendable {
  /// The tokenizer lacks a token that conversations need.
  package struct MissingToken: Error, CustomStringConvertible {
    package let token: String
    package init(token: String) { self.token = token }
    package var description: String {
      "the tokenizer has no \(token), which marks turns of a conversation;"
        + " train one with the default special tokens"
    }
  }

  private let tokenizer: Tokenizer
  private let user: Int
  private let assistant: Int
  /// The token that ends a turn.
  package let end: Int

  package init(_ tokenizer: Tokenizer) throws {
    func id(_ token: String) throws -> Int {
      guard let id = tokenizer.specialID(token) else { throw MissingToken(token: token) }
      return id
    }
    self.tokenizer = tokenizer
    user = try id("<|user|>")
    assistant = try id("<|assistant|>")
    end = try id("<|end|>")
  }

  /// The tokens of a conversation, and for each whether a model should learn to say it: the
  /// assistant's words and the end of its turns.
  package func encode(_ messages: [ConversationMessage]) -> (tokens: [Int], learnt: [Bool]) {
    var tokens: [Int] = []
    var learnt: [Bool] = []
    for message in messages {
      let isAnswer = message.role == "assistant"
      let words = tokenizer.encode(message.content, allowSpecial: false)
      tokens += [isAnswer ? assistant : user] + words + [end]
      learnt += [false] + Array(repeating: isAnswer, count: words.count + 1)
    }
    return (tokens, learnt)
  }

  /// The tokens of a conversation, ending where the assistant is to speak.
  package func prompt(_ messages: [ConversationMessage]) -> [Int] {
    encode(messages).tokens + [assistant]
  }
}
