import Testing

@testable import Notebook

@Suite struct FertilityCommandTests {
  @Test func sizesAreComparedOnTheHeldOutText() throws {
    let session = try LessonFixture().harbourSession()
    #expect(
      session.run(cell: "fertility --sizes 260,262,300").text == """
        trained   harbour: 1 document
        measured  1 document, 4 words, 13 bytes

        vocabulary  tokens  tokens per word  bytes per token  never used
               260      13             3.25             1.00       97.3%
               262       9             2.25             1.44       97.7%
               265       7             1.75             1.86       97.7%
        """)
    #expect(session.desk.tokenizer == nil)
  }

  @Test func jsonHasTheFacts() throws {
    let session = try LessonFixture().harbourSession()
    #expect(
      session.run(cell: "fertility --sizes 260 --json").text == """
        {
          "bytes" : 13,
          "measuredOn" : 1,
          "sizes" : [
            {
              "bytesPerToken" : 1,
              "tokens" : 13,
              "tokensPerWord" : 3.25,
              "unusedShare" : 0.97265625,
              "vocabulary" : 260
            }
          ],
          "source" : "harbour",
          "trainedOn" : 1,
          "words" : 4
        }
        """)
  }

  @Test(arguments: [
    (
      "fertility --sizes 300,many",
      """
      error: --sizes 300,many: give whole numbers with commas between, such as 300,512,1024
      Usage: fertility [--sizes <sizes>] [--data <data>] [--json]
      ?fertility tells more
      """
    ),
    (
      "fertility --sizes \"\"",
      """
      error: --sizes : give whole numbers with commas between, such as 300,512,1024
      Usage: fertility [--sizes <sizes>] [--data <data>] [--json]
      ?fertility tells more
      """
    ),
    (
      "fertility --sizes 300,100",
      """
      error: a vocabulary of 100 tokens is too small: the 256 bytes and the special tokens alone \
      take 260; ask for 260 or more
      """
    ),
  ])
  func mistakes(cell: String, message: String) throws {
    let session = try LessonFixture().harbourSession()
    let result = session.run(cell: cell)
    #expect(result.status == .badInput)
    #expect(result.text == message)
  }
}
