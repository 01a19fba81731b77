import Notebook
import Testing

@Suite struct InvocationTests {
  @Test func noWordsOpenTheNotebook() {
    #expect(Invocation(words: []) == .notebook(opening: []))
  }

  @Test func theVersionIsAMessage() {
    #expect(Invocation(words: ["--version"]) == .message(Glassbox.configuration.version))
  }

  @Test func wrongWordsAreAMistakeThatNamesThem() {
    guard case .mistake(let text) = Invocation(words: ["--nonsense"]) else {
      Issue.record("not a mistake")
      return
    }
    #expect(text.hasPrefix("error: Unknown option '--nonsense'"))
  }
}
