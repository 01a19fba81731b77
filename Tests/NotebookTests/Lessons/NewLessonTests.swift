import Foundation
import Testing

@testable import Notebook

@Suite struct NewLessonTests {
  @Test func theSkeletonPassesEverythingAndPlays() throws {
    let fixture = try LessonFixture(["01-count": lessonText("01-count", countingBody)])
    let session = fixture.session(page: .transcript)
    #expect(
      session.enter(line: "new lesson 02-my-own --title 'A \"fine\": one' --needs 01-count").text
        == """
        written  lessons/02-my-own.md
        next     write, then: glassbox lint 02-my-own, promote 02-my-own, check 02-my-own, \
        lesson 02-my-own
        """)
    #expect(session.enter(line: "lint").text == "2 lessons are sound")
    #expect(session.enter(line: "check 02").status == .done)
    #expect(session.enter(line: "promote 02").text == "lessons/02-my-own.md: unchanged")
    let shown = fixture.show("open 02", "run", in: fixture.session())
    #expect(shown.hasPrefix("02-my-own  A \"fine\": one\n3 steps, 5 minutes"))
    #expect(shown.contains("In [3]: x / 4\n10.5"))
  }

  @Test func theTitleIsMadeOfTheID() throws {
    let fixture = try LessonFixture()
    let session = fixture.session(page: .transcript)
    for (id, title) in [("06-look-inside", "Look inside"), ("07", "Untitled"), ("plain", "Plain")] {
      #expect(session.enter(line: "new lesson \(id)").status == .done)
      #expect(try fixture.read("lessons/\(id).md").contains("title: \"\(title)\"\n"))
    }
    #expect(session.enter(line: "lint").text == "3 lessons are sound")
  }

  @Test func nothingIsOverwritten() throws {
    let fixture = try LessonFixture([
      "01-a": lessonText("01-a", countingBody), "other": lessonText("02-b", countingBody),
    ])
    let before = try fixture.read("lessons/01-a.md")
    let session = fixture.session(page: .transcript)
    #expect(
      session.enter(line: "new lesson 01-a").text
        == "error: lessons/01-a.md exists already; choose another id")
    #expect(
      session.enter(line: "new lesson 02-b").text
        == "error: the id `02-b` belongs to lessons/other.md already; choose another")
    #expect(
      session.enter(line: "new lesson 03-c --needs 01-b").text
        == "error: there is no lesson '01-b'; did you mean '01-a'?")
    #expect(session.enter(line: "new lesson ../x").status == .badInput)
    #expect(try fixture.read("lessons/01-a.md") == before)
  }
}
