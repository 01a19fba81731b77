import Foundation
import Testing

@testable import Notebook

@Suite struct ProgressTests {
  @Test func isKeptInAFileThatOthersCanRead() throws {
    let fixture = try LessonFixture()
    let file = ProgressFile(in: fixture.workspace)
    #expect(try file.load() == Progress())
    try file.update("02-b") { $0.finish(step: "one") }
    try file.update("01-a") { $0.finish(step: "x") }
    try file.update("02-b") {
      $0.finish(step: "one")
      $0.finish(step: "two")
      $0.close(PredictionRecord(question: "two/1", outcome: .skipped, tries: 0))
      $0.close(PredictionRecord(question: "two/1", outcome: .right, tries: 2))
      $0.close(PredictionRecord(question: "two/1", outcome: .shown, tries: 0))
    }
    let progress = try ProgressFile(in: fixture.workspace).load()
    #expect(progress.lessons.map(\.id) == ["01-a", "02-b"])
    #expect(progress["02-b"].steps == ["one", "two"])
    #expect(progress["02-b"].right == 1)
    #expect(
      try fixture.read("workspace/progress.json") == """
        {
          "lessons" : [
            {
              "id" : "01-a",
              "predictions" : [

              ],
              "steps" : [
                "x"
              ]
            },
            {
              "id" : "02-b",
              "predictions" : [
                {
                  "outcome" : "right",
                  "question" : "two/1",
                  "tries" : 2
                }
              ],
              "steps" : [
                "one",
                "two"
              ]
            }
          ],
          "version" : 1
        }

        """)
  }

  @Test(arguments: ["", "{\"version\": 1", "[]", "{\"version\": 2, \"lessons\": []}"])
  func aDamagedFileIsSaidToBeAndNeverOverwritten(text: String) throws {
    let fixture = try LessonFixture(["01-a": lessonText("01-a", countingBody)])
    try FileManager.default.createDirectory(
      at: fixture.workspace.root, withIntermediateDirectories: true)
    try fixture.write(text, to: "workspace/progress.json")
    let session = fixture.session()
    let path = fixture.workspace.progress.path
    let message =
      "the progress file is damaged: \(path); move it away (mv '\(path)' '\(path).damaged')"
      + " and progress is counted anew; lessons and runs are not affected"
    let result = session.enter(line: "lessons")
    #expect(result.status == .badInput)
    #expect(result.text == "error: " + message)
    #expect(session.enter(line: "open 01").status == .done)
    #expect(fixture.show("run", in: session).contains("note: " + message))
    #expect(try fixture.read("workspace/progress.json") == text)
  }

  @Test func listsShowIt() throws {
    let fixture = try LessonFixture([
      "01-a": lessonText("01-a", countingBody),
      "02-b": lessonText("02-b", needs: "[01-a]", countingBody),
    ])
    let session = fixture.session()
    try ProgressFile(in: fixture.workspace).update("01-a") { $0.finish(step: "one") }
    #expect(
      session.enter(line: "lessons").text == """
        01-a  The 01-a lesson
              5 minutes; 1 of 3 steps done
        02-b  The 02-b lesson
              5 minutes; needs 01-a
        """)
    #expect(
      session.enter(line: "progress").text == """
        lesson  steps   questions     goes on with
        01-a    1 of 3  0 of 1 right  more
        02-b    0 of 3  0 of 1 right  one
        0 of 2 lessons are finished
        """)
  }
}
