import Foundation
import Testing

@testable import Text

private let corpus = TidewickSamples.corpus

@Suite struct SupportDeskTests {
  private struct Conversation: Decodable {
    struct Message: Decodable { let role: String, content: String }
    let messages: [Message]
  }

  private func conversations(_ name: String) throws -> [Conversation] {
    let file = try #require(corpus.support.first { $0.path == "support/\(name).jsonl" })
    return try file.plain.split(separator: "\n").map {
      try JSONDecoder().decode(Conversation.self, from: Data($0.utf8))
    }
  }

  @Test func answersHaveOneForm() throws {
    for conversation in try conversations("train") + conversations("heldout") {
      #expect([2, 4].contains(conversation.messages.count))
      let words = conversation.messages.flatMap { $0.content.split(separator: " ") }
      #expect(words.count <= 55)
      for (turn, message) in conversation.messages.enumerated() {
        #expect(message.role == (turn % 2 == 0 ? "user" : "assistant"))
        guard turn % 2 == 1 else { continue }
        #expect(message.content.hasPrefix("Ahoy! "))
        #expect(message.content.hasSuffix(" Fair winds, the Ferry Desk."))
      }
    }
  }

  @Test func heldOutQuestionsAreUnseen() throws {
    let train = try conversations("train").flatMap(\.messages).map(\.content)
    let heldOut = try conversations("heldout")
    #expect(heldOut.count == 60)
    for conversation in heldOut {
      for question in conversation.messages where question.role == "user" {
        #expect(!train.contains(question.content), "\(question.content)")
      }
    }
  }
}
