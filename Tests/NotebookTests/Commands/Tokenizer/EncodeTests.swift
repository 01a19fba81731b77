import Testing
import Text

@testable import Notebook

/// `encode` and `decode`.
@Suite struct EncodeTests {
  private func session(page: Page = .transcript) throws -> Session {
    let session = try LessonFixture().harbourSession(page: page)
    _ = session.run(cell: "tokenizer --vocab 265")
    return session
  }

  @Test(arguments: [
    (
      "encode \"hug a pug\"",
      """
      tokens  hug|·|a|·pug
      ids     261 224 68 264
      """
    ),
    (
      "encode hug   a pug",
      """
      tokens  hug|·|a|·pug
      ids     261 224 68 264
      """
    ),
    (
      "encode \"a\\n\"",
      """
      tokens  a|⏎
      ids     68 202
      """
    ),
    (
      "encode \"<|end|>\"",
      """
      tokens  <|||e|n|d|||>
      ids     31 95 72 81 71 95 33
      """
    ),
    (
      "encode --special \"<|end|>\"",
      """
      tokens  <|end|>
      ids     3
      """
    ),
    (
      "encode \"\"",
      """
      tokens  –
      ids     –
      """
    ),
    ("decode 261 224 68 264", "hug a pug"),
    ("decode 3 260", "<|end|>ug"),
    ("decode 68 202 68", "a\na"),
    ("decode 219 131", "��"),
  ])
  func cells(cell: String, expected: String) throws {
    #expect(try session().run(cell: cell).text == expected)
  }

  @Test func longListsGoOnUnderThemselves() throws {
    #expect(
      try session(page: Page(width: 30)).run(cell: "encode \"hug hug pug pug hug pug\"").text == """
        tokens  hug|·hug|·pug|·pug|
                ·hug|·pug
        ids     261 263 264 264 263
                264
        """)
  }

  @Test func jsonHasTheFacts() throws {
    #expect(
      try session().run(cell: "encode hug pug --json").text == """
        {
          "bytes" : 7,
          "bytesPerToken" : 3.5,
          "count" : 2,
          "ids" : [
            261,
            264
          ],
          "text" : "hug pug",
          "tokens" : [
            "hug",
            "·pug"
          ]
        }
        """)
    #expect(
      try session().run(cell: "decode 261 --json").text == """
        {
          "ids" : [
            261
          ],
          "text" : "hug",
          "tokens" : [
            "hug"
          ]
        }
        """)
  }

  @Test(arguments: [
    ("decode 265", "error: token id 265 does not exist: this tokenizer has the ids 0 to 264"),
    (
      "decode",
      """
      error: Missing expected argument '<ids> ...'
      Help:  <ids>  Token ids.
      Usage: decode <ids> ... [--run <run>] [--json]
      ?decode tells more
      """
    ),
    (
      "decode ferry",
      """
      error: The value 'ferry' is invalid for '<ids>'
      Help:  <ids>  Token ids.
      Usage: decode <ids> ... [--run <run>] [--json]
      ?decode tells more
      """
    ),
    (
      "encode",
      """
      error: Missing expected argument '<words> ...'
      Help:  <words>  The text.
      Usage: encode <words> ... [--special] [--run <run>] [--json]
      ?encode tells more
      """
    ),
    (
      "encode hug --run gone",
      """
      error: there is no run 'gone': nothing was trained in this workspace yet; `train` makes a run
      """
    ),
  ])
  func mistakes(cell: String, message: String) throws {
    let result = try session().run(cell: cell)
    #expect(result.status == .badInput)
    #expect(result.text == message)
  }

  @Test func theTokenizerIsTheRunsTheDesksOrTheLatest() throws {
    let fixture = try LessonFixture()
    let none = fixture.session().run(cell: "encode hug")
    #expect(none.status == .badInput)
    #expect(
      none.text
        == "error: there is no tokenizer yet: `tokenizer` trains one, `--run` takes that of a recorded run"
    )
    _ = fixture.harbourSession().run(cell: "tokenizer --vocab 261 --name saved")
    #expect(fixture.session().run(cell: "encode hug").text.hasPrefix("tokens  h|ug\n"))

    let trained = fixture.harbourSession().run(
      cell: "train --name tiny --vocab 262 --steps 1 --layers 1 --heads 1 --width 4 --context 4"
        + " --batch 1")
    #expect(trained.status == .done, "\(trained.text)")
    let session = fixture.harbourSession()
    #expect(session.run(cell: "encode hug").text.hasPrefix("tokens  hug\n"))
    #expect(session.desk.model == nil && session.desk.tokenizer == nil)
    _ = session.run(cell: "tokenizer --vocab 260")
    #expect(session.run(cell: "encode hug").text.hasPrefix("tokens  h|u|g\n"))
    #expect(session.run(cell: "encode hug --run tiny").text.hasPrefix("tokens  hug\n"))
    #expect(session.run(cell: "decode 261 --run tiny").text == "hug")
  }
}
