/// One turn of a conversation: who speaks (`user`, `assistant`, `system`) and what.
package struct ConversationMessage: Codable, Equatable, Sendable {
  package let role: String
  package let content: String

  package init(role: String, content: String) {
    self.role = role
    self.content = content
  }
}

/// Turns in order, and the plain text they make in a document.
package struct Conversation: Codable, Equatable, Sendable {
  package let messages: [ConversationMessage]

  package init(messages: [ConversationMessage]) {
    self.messages = messages
  }

  /// One line a turn, `User: …` then `Assistant: …`; line breaks inside a turn become blanks, so
  /// that a line is always a turn.
  package var rendered: String {
    messages.map { message in
      let role = message.role.prefix(1).uppercased() + message.role.dropFirst()
      let words = message.content.split(whereSeparator: { $0.isNewline })
      return "\(role): \(words.joined(separator: " "))"
    }.joined(separator: "\n")
  }
}
