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

  @Test func anUnknownCommandHasASuggestionOrTheList() {
    #expect(
      Invocation(words: ["trian"])
        == .mistake("error: there is no command 'trian'; did you mean 'train'?"))
    #expect(
      Invocation(words: ["zzzzzz"])
        == .mistake("error: there is no command 'zzzzzz'; 'glassbox help' lists the commands"))
  }

  @Test func commandsAndTheirHelp() {
    #expect(Invocation(words: ["runs", "--json"]) == .command(["runs", "--json"]))
    guard case .message(let text) = Invocation(words: ["train", "--help"]) else {
      Issue.record("no help")
      return
    }
    #expect(text.contains("--steps"))
  }
}
