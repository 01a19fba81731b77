import Foundation
import Testing

@testable import Notebook

@Suite struct CheckTests {
  @Test func aTrueLessonPasses() throws {
    let fixture = try LessonFixture([
      "01-a": lessonText("01-a", countingBody),
      "02-b": lessonText("02-b", needs: "[01-a]", countingBody),
    ])
    let session = fixture.session(page: .transcript)
    #expect(
      fixture.show("check", in: session) == """
        lessons/01-a.md: same (5 cells, 1 question, …)
        lessons/02-b.md: same (5 cells, 1 question, …)
        2 lessons do what they say
        """)
    #expect(
      fixture.show("check 02-b", in: session) == """
        lessons/01-a.md: played, for the lessons that need it (5 cells, 1 question, …)
        lessons/02-b.md: same (5 cells, 1 question, …)
        1 lesson does what it says
        """)
    #expect(!FileManager.default.fileExists(atPath: fixture.workspace.root.path))
  }

  @Test func aDifferenceIsAUnifiedDiffAndPromoteTakesItOver() throws {
    let text = lessonText("01-a", countingBody)
    let fixture = try LessonFixture([
      "01-a": text.replacing("> x + 1\n2\n", with: "> x + 1\n3\nand more\n")
    ])
    let session = fixture.session(page: .transcript)
    let result = session.enter(line: "check 01-a")
    #expect(result.status == .checkFailed)
    #expect(
      result.text == """
        0 of 1 lesson does what it says
        if what is printed now is right: glassbox promote lessons/01-a.md
        """)
    #expect(
      fixture.console.streamed == """
        lessons/01-a.md: DIFFERENT (5 cells, 1 question, …)
        --- lessons/01-a.md
        +++ now
        @@ -17,8 +17,7 @@
         ```glassbox
         > x = 1
         > x + 1
        -3
        -and more
        +2
         ```
         
         ## Add some {#more}

        """)
    #expect(session.enter(line: "promote 01-a").text == "lessons/01-a.md: rewritten")
    #expect(try fixture.read("lessons/01-a.md") == text)
    #expect(session.enter(line: "promote 01-a").text == "lessons/01-a.md: unchanged")
    #expect(session.enter(line: "check 01-a").status == .done)
  }

  @Test func promoteWritesOutputsOfAllLengths() throws {
    let cells = "## A {#a}\n\n```glassbox\n> a = 3\nold\n> a\n> \"x\\n\\ny \"\n> 1 + b\n```\nText."
    let fixture = try LessonFixture(["01-a": lessonText("01-a", cells)])
    let session = fixture.session(page: .transcript)
    let result = session.enter(line: "promote 01-a")
    #expect(result.status == .done)
    #expect(session.enter(line: "check 01-a").status == .done)
    let once = try fixture.read("lessons/01-a.md")
    #expect(once.contains("> a = 3\n> a\n3\n> \"x"))
    _ = session.enter(line: "promote 01-a")
    #expect(try fixture.read("lessons/01-a.md") == once)
  }

  @Test func aMistakeOnPurposeIsOutput() throws {
    let body = "## A {#a}\n\n```glassbox\n> 1 + nothing\n```"
    let fixture = try LessonFixture(["01-a": lessonText("01-a", body)])
    let session = fixture.session(page: .transcript)
    #expect(
      session.enter(line: "promote 01-a").text == """
        lessons/01-a.md: rewritten
        lessons/01-a.md:12: note: this cell ends in an error
        """)
    #expect(try fixture.read("lessons/01-a.md").contains("> 1 + nothing\nerror: "))
    #expect(session.enter(line: "check").status == .done)
  }

  @Test(arguments: [
    ("> 1 + nothing\n2", ":12:1: this cell ended in an error, which it did not before: error: "),
    ("> (1\n  + 2)\n3", ":12:1: this cell ended in an error, which it did not before: "),
    ("> 1 + 1\n2\n>encode \"a\"", ":14:1: this is no cell, for the blank behind `>` is missing"),
  ])
  func promoteTakesNoAccidentForAnOutput(cells: String, complaint: String) throws {
    let text = lessonText("01-a", "## A {#a}\n\n```glassbox\n\(cells)\n```")
    let fixture = try LessonFixture(["01-a": text])
    let result = fixture.session(page: .transcript).enter(line: "promote 01-a")
    #expect(result.status == .badInput)
    #expect(result.text.contains("lessons/01-a.md" + complaint), "\(result.text)")
    #expect(try fixture.read("lessons/01-a.md") == text)
  }

  @Test func aMisspeltCommandIsAMalformedLesson() throws {
    let text = lessonText("01-a", "## A {#a}\n\n```glassbox\n> lesons\n```")
    let fixture = try LessonFixture(["01-a": text])
    let session = fixture.session(page: .transcript)
    let result = session.enter(line: "check")
    #expect(result.status == .badInput)
    #expect(
      fixture.console.streamed == """
        lessons/01-a.md: MALFORMED
        lessons/01-a.md:12:3: there is no command `lesons`; did you mean 'lessons'?

        """)
    #expect(session.enter(line: "promote 01-a").status == .badInput)
    #expect(try fixture.read("lessons/01-a.md") == text)
  }

  @Test func malformedFilesDoNotStopTheOthers() throws {
    let fixture = try LessonFixture(["01-a": lessonText("01-a", countingBody), "02-b": "oops"])
    let session = fixture.session(page: .transcript)
    let result = session.enter(line: "check")
    #expect(result.status == .badInput)
    #expect(result.text == "error: 1 of 2 lessons do what they say")
    #expect(fixture.console.streamed.contains("lessons/01-a.md: same"))
    #expect(fixture.console.streamed.contains("lessons/02-b.md: MALFORMED\nlessons/02-b.md:1:1: "))
    #expect(
      session.enter(line: "check nowhere.md").text.hasPrefix("error: 0 of 1 lesson does"))
  }

  @Test func questionsAreChecked() throws {
    let body = countingBody.replacing("solution: 10", with: "solution: 12")
      .replacing("wrong: [11, ten]", with: "wrong: [11, 5 + 5]")
    let fixture = try LessonFixture(["01-a": lessonText("01-a", body)])
    let session = fixture.session(page: .transcript)
    let result = session.enter(line: "check")
    #expect(result.status == .checkFailed)
    #expect(
      fixture.console.streamed == """
        lessons/01-a.md: DIFFERENT (5 cells, 1 question, …)
        lessons/01-a.md:27:1: the solution `12` does not pass the check `answer == x * 10`; correct one of them
        lessons/01-a.md:27:1: the wrong answer `5 + 5` passes the check `answer == x * 10`; make the check stricter, or give another wrong answer

        """)
  }

  @Test func anOutputThatATranscriptCannotHold() throws {
    let body = "## A {#a}\n\n```glassbox\n> show\n```"
    let source = try LessonSource(file: "x.md", bytes: Data(lessonText("01-a", body).utf8))
    let cell = try LessonFile.parse(source).cells[0]
    for output in ["a\n> b", "```", ". a", "a\rb"] {
      #expect {
        try TranscriptFence.lines(of: output, for: cell, in: source)
      } throws: { error in
        String(describing: error).hasPrefix(
          "x.md:12:3: this cell prints a line that a transcript cannot hold: ")
      }
    }
    #expect(try TranscriptFence.lines(of: "", for: cell, in: source) == [])
    #expect(
      try TranscriptFence.lines(of: "a\n\n . b\n", for: cell, in: source) == ["a", "", " . b", ""])
  }

  @Test func runPlaysAFileWithoutStopping() throws {
    let fixture = try LessonFixture(["01-a": lessonText("01-a", countingBody)])
    let session = fixture.session()
    let shown = fixture.show("run \(fixture.root.path)/lessons/01-a.md", in: session)
    #expect(shown.hasPrefix("01-a  The 01-a lesson\n3 steps, 5 minutes\n\nWe count things.\n\n"))
    #expect(shown.contains("In [3]: x * 10\n10\n"))
    #expect(session.lesson == nil)
  }

  @Test func jsonForMachines() throws {
    let fixture = try LessonFixture(["01-a": lessonText("01-a", countingBody)])
    let text = fixture.session(page: .transcript).enter(line: "check --json").text
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let lessons = try #require(object?["lessons"] as? [[String: Any]])
    #expect(lessons[0]["outcome"] as? String == "same")
    #expect(lessons[0]["file"] as? String == "lessons/01-a.md")
  }
}
