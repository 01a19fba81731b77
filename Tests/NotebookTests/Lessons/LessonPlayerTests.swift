import Testing

@testable import Notebook

@Suite struct LessonPlayerTests {
  private func opened() throws -> (LessonFixture, Session) {
    let fixture = try LessonFixture([
      "01-count": lessonText("01-count", countingBody),
      "02-next": lessonText("02-next", needs: "[01-count]", countingBody),
    ])
    let session = fixture.session()
    #expect(session.enter(line: "open 01").status == .done)
    return (fixture, session)
  }

  @Test func openShowsTheBeginningAndACleanDesk() throws {
    let fixture = try LessonFixture(["01-count": lessonText("01-count", countingBody)])
    let session = fixture.session()
    _ = session.enter(line: "z = 3")
    #expect(
      fixture.show("open 1", in: session) == """
        01-count  The 01-count lesson
        3 steps, 5 minutes

        We count things.

        Enter goes on. Type cells of your own at any point; `back`, `goto`, `restart`
        and `run` move about.
        """)
    #expect(session.desk.variables.isEmpty)
    #expect(session.desk.seed == 7)
    #expect(session.prompt == "In [1]: ")
  }

  @Test func enterPlaysProseAndACell() throws {
    let (fixture, session) = try opened()
    #expect(
      fixture.show("", in: session) == """
        Step 1 of 3: Put one
        ────────────────────

        A variable holds a number.

        In [1]: x = 1

        """)
    #expect(fixture.show("next", in: session) == "In [2]: x + 1\n2")
    #expect(session.prompt == "In [3]: ")
  }

  @Test func aQuestionComesBeforeItsCell() throws {
    let (fixture, session) = try opened()
    #expect(
      fixture.show("", "", "", in: session).hasSuffix(
        """
        Step 2 of 3: Add some
        ─────────────────────

        What is ten times `x`?

        ? What will `x * 10` be?
        """))
    #expect(session.prompt == "Your prediction: ")
    #expect(fixture.show("", in: session) == LessonPlayer.reminder)
    #expect(
      fixture.show("11", in: session)
        == "Not so.\nTry again; or `hint`, `solution` or `skip`.")
    #expect(fixture.show("hint", in: session) == "Hint: x is 1.")
    #expect(fixture.show("x + 1", in: session).hasPrefix("Not so."))
    #expect(fixture.show("y = 4", in: session) == "")
    #expect(fixture.show("5 + 5", in: session) == "Right.\nOne times ten is ten.")
    #expect(session.prompt == "In [4]: ")
    #expect(fixture.show("", in: session) == "In [3]: x * 10\n10")
    let progress = try ProgressFile(in: fixture.workspace).load()
    #expect(
      progress["01-count"].predictions == [
        PredictionRecord(question: "more/1", outcome: .right, tries: 3)
      ])
  }

  @Test func aTextAnswerIsComparedAsOne() throws {
    let (fixture, session) = try opened()
    _ = fixture.show("goto more", "", in: session)
    #expect(session.prompt == "Your prediction: ")
    #expect(fixture.show("ten ferries", in: session).hasPrefix("Not so."))
    #expect(session.prompt == "Your prediction: ")
    #expect(fixture.show("solution", in: session) == "A right answer is: 10\nOne times ten is ten.")
    #expect(
      fixture.show("hint", in: session)
        == "error: no question is open; in a lesson, Enter goes on to the next one")
  }

  @Test func aNumberMayBeWrittenAsPeopleDo() throws {
    let (fixture, session) = try opened()
    _ = fixture.show("goto more", "", in: session)
    #expect(fixture.show("about 11", in: session).hasPrefix("Not so."))
    #expect(fixture.show("about 10", in: session).hasPrefix("Right."))
  }

  @Test func skipPassesAQuestionOver() throws {
    let (fixture, session) = try opened()
    #expect(
      fixture.show("goto 2", "", "skip", in: session).hasSuffix(
        "Skipped. A right answer is: 10\nOne times ten is ten."))
    #expect(fixture.show("", in: session) == "In [3]: x * 10\n10")
  }

  @Test func freeCellsNeverBreakTheNextStep() throws {
    let (fixture, session) = try opened()
    _ = fixture.show("", in: session)
    #expect(fixture.show("x = 100", "mine = 5", "x + mine", in: session).hasSuffix("105"))
    #expect(fixture.show("", in: session) == "In [2]: x + 1\n2")
    #expect(fixture.show("x + mine", in: session) == "6")
  }

  @Test func backRestoresTheDeskOfTheStep() throws {
    let (fixture, session) = try opened()
    _ = fixture.show("", "", "", "10", "", in: session)
    #expect(session.desk.variables.keys.sorted() == ["x"])
    _ = fixture.show("x = 9", "goto end", "", "", in: session)
    #expect(session.desk.variables.keys.sorted() == ["x", "y"])
    let shown = fixture.show("back", in: session)
    #expect(shown.hasPrefix("Step 3 of 3: The end"))
    #expect(session.desk.variables.keys.sorted() == ["x"])
    #expect(fixture.show("back", in: session).hasPrefix("Step 2 of 3: Add some"))
    #expect(fixture.show("back", in: session).hasPrefix("Step 1 of 3: Put one"))
    #expect(session.desk.variables.isEmpty)
    #expect(session.prompt == "In [1]: ")
    #expect(fixture.show("back", in: session).hasPrefix("Step 1 of 3: Put one"))
  }

  @Test func gotoForwardRunsWhatItSkips() throws {
    let (fixture, session) = try opened()
    #expect(
      fixture.show("goto end", in: session) == """
        Step 3 of 3: The end
        ────────────────────
        """)
    #expect(session.prompt == "In [4]: ")
    #expect(
      fixture.show("", "", in: session).hasSuffix(
        """
        In [5]: y
        5

        This is the end of 01-count. 0 of 1 predictions were right. Next: `open 02-next`
        (The 02-next lesson).
        """))
    #expect(fixture.show("goto one", "", in: session).contains("In [1]: x = 1"))
    #expect(
      fixture.show("goto mroe", in: session)
        == "error: 01-count has no step 'mroe'; did you mean 'more'?")
    #expect(
      fixture.show("goto 9", in: session)
        == "error: 01-count has no step '9'; its steps are one, more, end, or 1 to 3")
  }

  @Test func runPlaysTheRestWithSolutions() throws {
    let (fixture, session) = try opened()
    #expect(
      fixture.show("", "", "run", in: session).hasSuffix(
        """
        What is ten times `x`?

        ? What will `x * 10` be?

        A right answer is: 10
        One times ten is ten.

        In [3]: x * 10
        10

        That was it.

        Step 3 of 3: The end
        ────────────────────

        In [4]: y = x + 4

        In [5]: y
        5

        This is the end of 01-count. 0 of 1 predictions were right. Next: `open 02-next`
        (The 02-next lesson).


        """))
    #expect(try ProgressFile(in: fixture.workspace).load()["01-count"].steps.count == 3)
    #expect(fixture.show("", in: session).hasPrefix("This is the end of 01-count."))
  }

  @Test func restartBeginsAnew() throws {
    let (fixture, session) = try opened()
    #expect(fixture.show("goto end", "", "restart", in: session).contains("We count things."))
    #expect(session.desk.variables.isEmpty)
    #expect(fixture.show("", in: session) == "In [1]: x = 1\n")
  }

  @Test func neededLessonsAreAskedFor() throws {
    let (fixture, session) = try opened()
    let wish = "`run 01-count` plays it now, without stopping."
    let words = { (text: String) in
      text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    #expect(words(fixture.show("open 2", in: session)).contains(wish))
    _ = fixture.show("run 01-count", in: session)
    #expect(session.lesson?.lesson.id == "02-next")
    #expect(!words(fixture.show("open 2", in: session)).contains(wish))
  }

  @Test func aCellThatFailsUnlikeTheLessonSaysSo() throws {
    let fixture = try LessonFixture([
      "01-a": lessonText("01-a", "## A {#a}\n\n```glassbox\n> nothing + 1\n2\n```")
    ])
    let session = fixture.session()
    _ = session.enter(line: "open 01-a")
    #expect(
      fixture.show("", in: session).contains(
        "This cell works in the lesson (lessons/01-a.md:12). `restart` plays the lesson"))
  }

  @Test func movesNeedALesson() throws {
    let fixture = try LessonFixture()
    let session = fixture.session()
    #expect(session.enter(line: "").text == "")
    for line in ["next", "back", "goto one", "restart", "hint", "run"] {
      let result = session.enter(line: line)
      #expect(result.status == .badInput)
      #expect(
        result.text
          == "error: no lesson is open; `lessons` lists them, `open 01` opens the first")
    }
    #expect(session.cellNumber == 1)
    #expect(
      session.enter(line: "open 01").text
        == "error: there is no lesson '01', nor any other; run Glassbox inside the project's folder"
        + " or set GLASSBOX_HOME")
  }
}
