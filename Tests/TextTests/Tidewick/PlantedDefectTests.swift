import Foundation
import Testing

@testable import Text

private let corpus = Tidewick.corpus()

@Suite struct PlantedDefectTests {
  private func files(_ kind: Tidewick.PlantedDefect.Kind) -> [(
    Tidewick.PlantedDefect, Tidewick.MadeFile
  )] {
    corpus.defects.filter { $0.kind == kind }.compactMap { defect in
      corpus.files.first { $0.path == defect.path }.map { (defect, $0) }
    }
  }

  @Test(arguments: [
    (Tidewick.PlantedDefect.Kind.exactDuplicate, 40), (.nearDuplicate, 40), (.mojibake, 25),
    (.markup, 20), (.wrongLanguage, 15), (.tooShort, 20), (.spam, 12), (.mailAddress, 30),
    (.phoneNumber, 30),
  ])
  func areAllThere(kind: Tidewick.PlantedDefect.Kind, count: Int) {
    #expect(files(kind).count == count)
  }

  @Test func duplicatesAreWhatTheySay() throws {
    for (defect, copy) in files(.exactDuplicate) {
      let original = try #require(corpus.files.first { $0.path == defect.detail })
      #expect(copy.contents == original.contents && copy.path != original.path)
    }
    for (defect, copy) in files(.nearDuplicate) {
      let original = try #require(corpus.files.first { $0.path == defect.detail })
      #expect(copy.contents != original.contents)
      #expect(abs(copy.contents.count - original.contents.count) < 60)
    }
  }

  @Test func mojibakeShows() {
    for (_, file) in files(.mojibake) { #expect(file.text.contains("â€")) }
    #expect(Tidewick.Mojibake.misread("caf\u{E9} \u{201C}\u{201D}") == "cafÃ© â€œâ€\u{9D}")
  }

  @Test func contactsAreFictional() {
    for (_, file) in files(.mailAddress) {
      #expect(file.text.contains(/@(tidewick|ferry\.tidewick|harbour)\.example/))
    }
    for (_, file) in files(.phoneNumber) { #expect(file.text.contains(/01632 960\d{3}/)) }
  }

  @Test func everyWebPageWearsTheDress() {
    let pages = corpus.files.filter { $0.path.hasSuffix(".html") }
    #expect(files(.boilerplate).count == pages.count)
    for (_, file) in files(.boilerplate) { #expect(file.text.contains("<nav>")) }
  }

  @Test func stubsAreShortAndSpamRepeats() {
    for (_, file) in files(.tooShort) { #expect(file.contents.count < 40) }
    for (_, file) in files(.spam) {
      #expect(Tidewick.WordGrams([file.text]).distinctShare < 0.5)
    }
  }

  @Test func foreignPagesNameTheirLanguage() {
    #expect(Set(files(.wrongLanguage).compactMap(\.0.detail)) == ["fr", "de", "nl"])
  }
}

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
