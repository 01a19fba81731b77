import Kernels
import Testing
import Text

@testable import Notebook

@Suite struct TokenizerCommandTests {
  @Test func trainingTellsWhatItMade() throws {
    let fixture = try LessonFixture()
    let session = fixture.harbourSession()
    let result = session.run(cell: "tokenizer --vocab 262 --name small")
    let fingerprint = try #require(session.desk.tokenizer).fingerprint
    #expect(
      result.text == """
        text         harbour: 1 document, 23 bytes
        vocabulary   262 tokens: 256 bytes, 2 merges, 4 special
        first        u+g  h+ug
        compression  1.53 bytes per token
        fingerprint  \(fingerprint)
        saved        tokenizers/small.json in the workspace
        time         …
        """)
    #expect(Fingerprint(try fixture.read("workspace/tokenizers/small.json")) == fingerprint)
  }

  @Test func aTextWithoutPairsGivesASmallerVocabulary() throws {
    let session = try LessonFixture().harbourSession()
    let result = session.run(cell: "tokenizer")
    let fingerprint = try #require(session.desk.tokenizer).fingerprint
    #expect(
      result.text == """
        text         harbour: 1 document, 23 bytes
        vocabulary   265 tokens: 256 bytes, 5 merges, 4 special
                     no pair occurs twice any more, so 1 024 were not reached
        first        u+g  h+ug  p+ug  ·+hug  ·+pug
        compression  2.56 bytes per token
        fingerprint  \(fingerprint)
        saved        tokenizers/tokenizer.json in the workspace
        time         …
        """)
    let described = """
      vocabulary   265 tokens: 256 bytes, 5 merges, 4 special
      first        u+g  h+ug  p+ug  ·+hug  ·+pug
      fingerprint  \(fingerprint)
      """
    #expect(session.run(cell: "tokenizer").text == described)
    #expect(session.run(cell: "tokenizer --show").text == described)
  }

  @Test func aSavedTokenizerComesBack() throws {
    let fixture = try LessonFixture()
    let first = fixture.harbourSession()
    _ = first.run(cell: "tokenizer --name whole")
    _ = first.run(cell: "tokenizer --name small --vocab 261")
    let again = fixture.session()
    #expect(again.run(cell: "tokenizer --show --name whole").text.hasPrefix("vocabulary   265"))
    #expect(again.desk.tokenizer?.vocabularySize == 265)
    #expect(
      again.run(cell: "tokenizer --show --name smal").text
        == "error: there is no tokenizer 'smal'; there are small, whole")
  }

  @Test func jsonHasTheFacts() throws {
    let session = try LessonFixture().harbourSession()
    _ = session.run(cell: "tokenizer --vocab 261")
    let fingerprint = try #require(session.desk.tokenizer).fingerprint
    #expect(
      session.run(cell: "tokenizer --json").text == """
        {
          "fingerprint" : "\(fingerprint)",
          "firstMerges" : [
            {
              "left" : "u",
              "right" : "g"
            }
          ],
          "lastMerges" : [

          ],
          "merges" : 1,
          "specialTokens" : [
            "<|endoftext|>",
            "<|user|>",
            "<|assistant|>",
            "<|end|>"
          ],
          "vocabulary" : 261
        }
        """)
  }

  @Test(arguments: [
    (
      "tokenizer --vocab 259",
      """
      error: a vocabulary of 259 tokens is too small: the 256 bytes and the special tokens alone \
      take 260; ask for 260 or more
      """
    ),
    (
      "tokenizer --name ../x",
      """
      error: --name ../x: use letters, digits, '-', '_' and '.', not starting with '.' or '-'
      Usage: tokenizer [--vocab <vocab>] [--data <data>] [--name <name>] [--show] [--json]
      ?tokenizer tells more
      """
    ),
    (
      "tokenizer --show --vocab 300",
      """
      error: --show trains nothing: leave out --vocab and --data
      Usage: tokenizer [--vocab <vocab>] [--data <data>] [--name <name>] [--show] [--json]
      ?tokenizer tells more
      """
    ),
    (
      "tokenizer --show",
      """
      error: there is no tokenizer yet: `tokenizer` trains one, `--run` takes that of a recorded run
      """
    ),
    (
      "tokenizer --show --name none",
      "error: there is no tokenizer 'none' in this workspace; `tokenizer` trains one"
    ),
  ])
  func mistakes(cell: String, message: String) throws {
    let fixture = try LessonFixture()
    let session = fixture.harbourSession()
    let result = session.run(cell: cell)
    #expect(result.status == .badInput)
    #expect(result.text == message)
    #expect(session.desk.tokenizer == nil)
    #expect(throws: (any Error).self) { try fixture.read("workspace/tokenizers/x.json") }
  }

  @Test func withoutTextThereIsNothingToLearn() throws {
    let fixture = try LessonFixture()
    let session = fixture.session()
    for cell in ["tokenizer", "merge", "fertility"] {
      #expect(
        session.run(cell: cell).text
          == "error: there is no text to learn from yet: give --data a source such as tidewick, a file or"
          + " a folder, or `collect` one in a notebook")
    }
  }

  @Test func ctrlCLeavesNothingHalfMade() throws {
    let fixture = try LessonFixture()
    let quiet = fixture.harbourSession()
    let session = Session(
      home: fixture.home, workspace: fixture.workspace, console: InterruptedConsole(),
      page: .transcript)
    session.desk.collection = quiet.desk.collection
    let result = session.run(cell: "tokenizer")
    #expect(result.status == .interrupted)
    #expect(result.text == "interrupted: no tokenizer was made")
    #expect(session.desk.tokenizer == nil)
    #expect(throws: (any Error).self) { try fixture.read("workspace/tokenizers/tokenizer.json") }
  }
}

/// Somebody who types Ctrl-C at once.
private final class InterruptedConsole: Console {
  func stream(_ text: String) {}
  func showProgress(_ line: String?) {}
  func ask(_ prompt: String) -> String? { nil }
  let isInterrupted = true
}
