import Foundation
import Yams

/// Reads conversations out of YAML (the chatterbot layout) and JSONL.
enum ConversationFile {
  /// One line of a JSONL file: a text, or the messages of a conversation.
  private struct Line: Decodable {
    let text: String?
    let messages: [ConversationMessage]?
  }

  /// A YAML file's conversations: under `conversations`, lists whose items are turns, spoken by
  /// `user` and `assistant` in alternation. Nil where the file has no such key.
  static func conversations(yaml: String) throws -> [Conversation]? {
    guard let root = try Yams.compose(yaml: yaml),
      let list = root.mapping?["conversations"]?.sequence
    else { return nil }
    return list.compactMap { node in
      let turns = node.sequence.map { $0.compactMap(\.text) } ?? []
      let messages = turns.enumerated().map {
        ConversationMessage(role: $0.isMultiple(of: 2) ? "user" : "assistant", content: $1)
      }
      return messages.isEmpty ? nil : Conversation(messages: messages)
    }
  }

  /// The text of each line of a JSONL file with its line number, and the lines that have none.
  static func texts(
    jsonLines: String
  ) -> (texts: [(line: Int, text: String)], rejected: [(line: Int, reason: String)]) {
    var texts: [(line: Int, text: String)] = []
    var rejected: [(line: Int, reason: String)] = []
    let decoder = JSONDecoder()
    var number = 0
    for line in jsonLines.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if line.allSatisfy({ $0 <= 0x20 }) { continue }
      guard let value = try? decoder.decode(Line.self, from: Data(line)) else {
        rejected.append((number, "not a JSON object with a text or messages field"))
        continue
      }
      let text = value.messages.map { Conversation(messages: $0).rendered } ?? value.text ?? ""
      if text.utf8.allSatisfy({ $0 <= 0x20 }) {
        rejected.append((number, "its text is empty"))
      } else {
        texts.append((number, text))
      }
    }
    return (texts, rejected)
  }
}

extension Node {
  /// A turn is a plain scalar; chatterbot also has a few written as one-key mappings by mistake
  /// (`- Yes: I do`), which read as the sentence that was meant.
  fileprivate var text: String? {
    if let scalar { return scalar.string }
    guard let pair = mapping?.first, let key = pair.key.scalar?.string else { return nil }
    return pair.value.scalar.map { "\(key): \($0.string)" }
  }
}
