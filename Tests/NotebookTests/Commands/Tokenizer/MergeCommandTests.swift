import Testing
import Text

@testable import Notebook

@Suite struct MergeCommandTests {
  @Test func eachMergeShowsThePairAndTheText() throws {
    let session = try LessonFixture().harbourSession()
    #expect(
      session.run(cell: "merge 2").text == """
        from     harbour: 1 document, 23 bytes
        text     h|u|g|·|h|u|g|·|h|u|g|·|p|u|g|·|p|u|g|·|b|u|n
        merge 1  u + g → ug  (5 times; the new token is 260)
                 h|ug|·|h|ug|·|h|ug|·|p|ug|·|p|ug|·|b|u|n
        merge 2  h + ug → hug  (3 times; the new token is 261)
                 hug|·|hug|·|hug|·|p|ug|·|p|ug|·|b|u|n
        """)
    #expect(
      session.run(cell: "merge --text \"a hug\"").text == """
        text     a|·|hug
        merge 3  p + ug → pug  (2 times; the new token is 262)
                 no such pair in the text
        """)
    #expect(
      session.run(cell: "merge 5").text == """
        text     a|·|hug
        merge 4  · + hug → ·hug  (2 times; the new token is 263)
                 a|·hug
        merge 5  · + pug → ·pug  (2 times; the new token is 264)
                 no such pair in the text
        No pair occurs twice any more: 265 tokens are all.
        """)
    #expect(
      session.run(cell: "merge").text == """
        text  a|·hug
        No pair occurs twice any more: 265 tokens are all.
        """)
  }

  @Test func beginningAgain() throws {
    let session = try LessonFixture().harbourSession()
    let first = session.run(cell: "merge").text
    #expect(session.run(cell: "merge").text != first)
    #expect(session.run(cell: "merge --restart").text == first)
  }

  @Test func otherDocumentsBeginAgain() throws {
    let fixture = try LessonFixture()
    try fixture.write("pup pup pup", to: "data/pups.txt")
    let path = fixture.root.appendingPathComponent("data/pups.txt").path
    let session = fixture.harbourSession()
    _ = session.run(cell: "merge 2")
    let other = session.run(cell: "merge --data \(path)").text
    #expect(other.contains("\nmerge 1  "))
    #expect(session.run(cell: "merge --data \(path)").text.contains("\nmerge 2  "))
  }

  @Test func ofManyMergesTheLastAreShown() throws {
    let session = try LessonFixture().harbourSession()
    let words = "abcdefghijkl".map { String(repeating: $0, count: 2) }
    let text = (words + words).joined(separator: "\n")
    session.desk.collection = DeskCollection(
      source: "twins", documents: [],
      sides: SplitStage.Sides(
        training: [Document(id: "a", source: "twins", kind: .book, text: text)], heldOut: []))
    #expect(
      session.run(cell: "merge 10 --text \"kkjjii\"").text == """
        from      twins: 1 document, 71 bytes
        text      k|k|j|j|i|i
        …         7 merges, then
        merge 8   h + h → hh  (2 times; the new token is 267)
                  k|k|j|j|i|i
        merge 9   i + i → ii  (2 times; the new token is 268)
                  k|k|j|j|ii
        merge 10  j + j → jj  (2 times; the new token is 269)
                  k|k|jj|ii
        """)
  }

  @Test func jsonHasEveryStep() throws {
    let session = try LessonFixture().harbourSession()
    #expect(
      session.run(cell: "merge --text ug --json").text == """
        {
          "example" : [
            {
              "id" : 88,
              "label" : "u"
            },
            {
              "id" : 74,
              "label" : "g"
            }
          ],
          "isFinished" : false,
          "start" : {
            "bytes" : 23,
            "documents" : 1,
            "source" : "harbour"
          },
          "steps" : [
            {
              "after" : [
                {
                  "id" : 260,
                  "label" : "ug"
                }
              ],
              "before" : [
                {
                  "id" : 88,
                  "label" : "u"
                },
                {
                  "id" : 74,
                  "label" : "g"
                }
              ],
              "count" : 5,
              "index" : 0,
              "left" : {
                "id" : 88,
                "label" : "u"
              },
              "right" : {
                "id" : 74,
                "label" : "g"
              },
              "token" : {
                "id" : 260,
                "label" : "ug"
              }
            }
          ],
          "vocabulary" : 261
        }
        """)
  }

  @Test(arguments: [
    (
      "merge 0",
      """
      error: 0 merges: say a number from 1 to 1000
      Usage: merge [<count>] [--text <text>] [--data <data>] [--restart] [--json]
      ?merge tells more
      """
    ),
    (
      "merge 1001",
      """
      error: 1001 merges: say a number from 1 to 1000
      Usage: merge [<count>] [--text <text>] [--data <data>] [--restart] [--json]
      ?merge tells more
      """
    ),
    (
      "merge some",
      """
      error: The value 'some' is invalid for '<count>'
      Help:  <count>  How many merges to make.
      Usage: merge [<count>] [--text <text>] [--data <data>] [--restart] [--json]
      ?merge tells more
      """
    ),
  ])
  func mistakes(cell: String, message: String) throws {
    let session = try LessonFixture().harbourSession()
    let result = session.run(cell: cell)
    #expect(result.status == .badInput)
    #expect(result.text == message)
    #expect(session.desk.merging == nil)
  }

  @Test func theExampleIsTheLineOfTheMostFrequentWords() {
    func document(_ text: String) -> Document {
      Document(id: text, source: "a", kind: .book, text: text)
    }
    let documents = [
      document("Rare words stand here\nthe bell"), document("the bell and the ferry\nthe gull"),
    ]
    let counts = WordCounts(texts: documents.map(\.text))
    #expect(ExampleText.choose(from: documents, counts) == "the bell and the ferry")
    let long = document("aaaaaaaaaa bbbbbbbbbb cccccccccc dddddddddd")
    #expect(
      ExampleText.choose(from: [long], WordCounts(texts: [long.text]))
        == "aaaaaaaaaa bbbbbbbbbb cccccccccc")
    #expect(ExampleText.choose(from: [], WordCounts()) == "")
  }
}
