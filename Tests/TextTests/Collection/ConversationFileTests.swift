import Testing

@testable import Text

@Suite struct ConversationFileTests {
  @Test func yamlTurnsAlternateBetweenUserAndAssistant() throws {
    let yaml = """
      categories:
      - greetings
      conversations:
      - - Hello
        - Hi
      - - When does the ferry leave?
        - At noon.
        - Thanks
      """
    let conversations = try #require(try ConversationFile.conversations(yaml: yaml))
    #expect(
      conversations.map(\.rendered) == [
        "User: Hello\nAssistant: Hi",
        "User: When does the ferry leave?\nAssistant: At noon.\nUser: Thanks",
      ])
  }

  @Test func yamlOfAnotherShapeIsNoConversation() throws {
    #expect(try ConversationFile.conversations(yaml: "a: 1") == nil)
    #expect(try ConversationFile.conversations(yaml: "- 1\n- 2") == nil)
    #expect(throws: (any Error).self) { try ConversationFile.conversations(yaml: "a: [1,") }
  }

  @Test func jsonLinesHoldTextsOrMessages() {
    let lines = """
      {"text": "Plain.", "more": 1}

      {"messages": [{"role": "user", "content": "Two\\nlines"}, {"role": "assistant", "content": "Yes"}]}
      {"text": "  "}
      nonsense
      """
    let result = ConversationFile.texts(jsonLines: lines)
    #expect(result.texts.map(\.line) == [1, 3])
    #expect(result.texts.map(\.text) == ["Plain.", "User: Two lines\nAssistant: Yes"])
    #expect(result.rejected.map(\.line) == [4, 5])
  }
}
