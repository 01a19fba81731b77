import Foundation
import Testing

@testable import Notebook

/// A lesson that is left, and taken up again by another session, as by a new process.
@Suite struct ResumeTests {
  private func left(after lines: String...) throws -> (LessonFixture, Session) {
    let fixture = try LessonFixture(["01-count": lessonText("01-count", countingBody)])
    let session = fixture.session()
    _ = session.enter(line: "open 01")
    for line in lines { _ = session.enter(line: line) }
    return (fixture, fixture.session())
  }

  @Test func goesOnWhereItWasLeft() throws {
    let (fixture, session) = try left(after: "", "", "", "10", "", "mine = 3", "x = 99")
    #expect(
      fixture.show("lesson", in: session).hasSuffix(
        """
        You left this lesson in step 2 of 3. Everything is as it was there, but for
        values of your own; `restart` begins anew.

        Step 2 of 3: Add some
        ─────────────────────

        What is ten times `x`?

        ? What will `x * 10` be?

        A right answer is: 10
        One times ten is ten.

        In [3]: x * 10
        10
        """))
    #expect(session.prompt == "In [4]: ")
    #expect(session.desk.variables.keys.sorted() == ["x"])
    #expect(fixture.show("Out[3] + x", in: session) == "11")
    #expect(fixture.show("", "", in: session).hasSuffix("In [4]: y = x + 4\n"))
    let progress = try ProgressFile(in: fixture.workspace).load()["01-count"]
    #expect(progress.predictions.map(\.outcome) == [.right])
    #expect(progress.bookmark == LessonBookmark(step: "end", moment: 2))
  }

  @Test func anOpenQuestionIsAskedAgain() throws {
    let (fixture, session) = try left(after: "goto more", "", "11")
    let shown = fixture.show("open 01", in: session)
    #expect(
      shown.hasSuffix("Step 2 of 3: Add some\n─────────────────────\n\nWhat is ten times `x`?"))
    #expect(fixture.show("", in: session) == "? What will `x * 10` be?")
    #expect(fixture.show("10", in: session).hasPrefix("Right."))
  }

  @Test func aFinishedLessonBeginsAnew() throws {
    let (fixture, session) = try left(after: "run")
    #expect(try ProgressFile(in: fixture.workspace).load()["01-count"].bookmark == nil)
    #expect(fixture.show("open 01", in: session).hasSuffix("and `run` move about."))
    #expect(session.cellNumber == 1)
  }

  @Test func backAndGotoKnowTheStepsBeforeIt() throws {
    let (fixture, session) = try left(after: "goto end", "")
    _ = fixture.show("open 01", in: session)
    #expect(session.desk.variables.keys.sorted() == ["x", "y"])
    #expect(fixture.show("back", in: session).hasPrefix("Step 2 of 3: Add some"))
    #expect(session.desk.variables.keys.sorted() == ["x"])
    #expect(fixture.show("goto 3", "", in: session).hasSuffix("In [4]: y = x + 4\n"))
  }

  @Test func aStepThatBecameShorterIsBegunAnewAndALostOneIsTheFirst() throws {
    let (fixture, _) = try left(after: "", "", "", "10", "")
    let body = countingBody.replacing("What is ten times `x`?\n\n", with: "")
    let short = body.prefix(upTo: try #require(body.range(of: "```predict")).lowerBound) + "Bye."
    try fixture.write(lessonText("01-count", String(short)), to: "lessons/01-count.md")
    let session = fixture.session()
    let shown = fixture.show("open 01", in: session)
    #expect(shown.contains("You left this lesson in step 2 of 2."))
    #expect(fixture.show("", in: session).hasPrefix("Step 2 of 2: Add some"))
    let renamed = short.replacing("{#more}", with: "{#less}")
    try ProgressFile(in: fixture.workspace).update("01-count") {
      $0.bookmark = LessonBookmark(step: "more", moment: 1)
    }
    try fixture.write(lessonText("01-count", String(renamed)), to: "lessons/01-count.md")
    #expect(
      fixture.show("open 01", in: fixture.session()).contains(
        "You left this lesson in step 1 of 2."))
  }

  @Test func aCellThatNoLongerWorksIsSaid() throws {
    let (fixture, _) = try left(after: "goto more")
    try fixture.write(
      lessonText("01-count", countingBody.replacing("> x = 1", with: "> x = nothing")),
      to: "lessons/01-count.md")
    let shown = fixture.show("open 01", in: fixture.session())
    #expect(shown.contains("In [1]: x = nothing\nerror: "))
    #expect(shown.contains("This cell works in the lesson (lessons/01-count.md:18)."))
  }
}
