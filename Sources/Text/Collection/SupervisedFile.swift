import Foundation

/// Reads the conversations that a model is to learn from: JSONL, one conversation a line.
package enum SupervisedFile {
  private struct Line: Decodable { let messages: [ConversationMessage] }

  /// A file or a line that is no conversation.
  package struct Problem: Error, CustomStringConvertible {
    package let description: String
  }

  /// Every conversation of the file at `url`; blank lines are skipped. Throws `Problem` naming the
  /// line: turns must come from `user` and `assistant`, begin with the user, and say something.
  package static func conversations(at url: URL) throws -> [Conversation] {
    guard let data = try? Data(contentsOf: url) else {
      throw Problem(
        description: "\(url.relativePath): cannot be read; give a JSONL file of conversations")
    }
    var conversations: [Conversation] = []
    let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() where line.contains(where: { $0 > 0x20 }) {
      guard let messages = try? JSONDecoder().decode(Line.self, from: Data(line)).messages else {
        throw Problem(
          description: "\(url.relativePath):\(number + 1): not a JSON object with messages, each"
            + " with role and content")
      }
      if let problem = problem(in: messages) {
        throw Problem(description: "\(url.relativePath):\(number + 1): \(problem)")
      }
      conversations.append(Conversation(messages: messages))
    }
    guard !conversations.isEmpty else {
      throw Problem(description: "\(url.relativePath): holds no conversation")
    }
    return conversations
  }

  private static func problem(in messages: [ConversationMessage]) -> String? {
    guard messages.first?.role == "user" else { return "the first turn must be the user's" }
    for message in messages {
      guard message.role == "user" || message.role == "assistant" else {
        return "the role '\(message.role)' is neither user nor assistant"
      }
      if message.content.allSatisfy(\.isWhitespace) { return "a turn says nothing" }
    }
    return messages.contains { $0.role == "assistant" } ? nil : "no turn is the assistant's"
  }
}
