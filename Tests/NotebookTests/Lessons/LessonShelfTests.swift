import Testing

@testable import Notebook

@Suite struct LessonShelfTests {
  private func fixture() throws -> LessonFixture {
    try LessonFixture([
      "01-data": lessonText("01-data", countingBody),
      "02-words": lessonText("02-words", needs: "[01-data]", countingBody),
      "03-alone": lessonText("03-alone", countingBody),
      "04-late": lessonText("04-late", needs: "[02-words]", countingBody),
      "09-broken": "oops",
      "README": "Not a lesson.",
    ])
  }

  @Test func findsALessonByIdNumberBeginningAndPath() throws {
    let fixture = try fixture()
    let shelf = LessonShelf(folder: fixture.home.lessons)
    #expect(shelf.lessons.map(\.id) == ["01-data", "02-words", "03-alone", "04-late"])
    #expect(shelf.broken.count == 1)
    for name in ["02-words", "2", "02", "02-w", fixture.root.path + "/lessons/02-words.md"] {
      #expect(try shelf.lesson(named: name).id == "02-words")
    }
  }

  @Test func saysWhatWasMeant() throws {
    let fixture = try LessonFixture(["01-data": lessonText("01-data", countingBody)])
    let shelf = LessonShelf(folder: fixture.home.lessons)
    func error(_ name: String) -> String {
      do { return try shelf.lesson(named: name).id } catch { return String(describing: error) }
    }
    #expect(error("01-dta") == "there is no lesson '01-dta'; did you mean '01-data'?")
    #expect(error("poetry") == "there is no lesson 'poetry'; there are 01-data")
    #expect(error("7") == "there is no lesson '7'; there are 01-data")
    #expect(
      error("a/b.md") == "cannot read the lesson a/b.md; give the path of an existing Markdown file"
    )
  }

  @Test func twoFilesCannotHaveOneID() throws {
    let fixture = try LessonFixture([
      "01-a": lessonText("same", countingBody), "02-b": lessonText("same", countingBody),
    ])
    let shelf = LessonShelf(folder: fixture.home.lessons)
    #expect(
      shelf.broken.map { String(describing: $0) } == [
        "lessons/02-b.md:2:1: the id `same` belongs to lessons/01-a.md already; give this lesson an"
          + " id of its own"
      ])
  }

  @Test func playsWhatIsNeededFirst() throws {
    let fixture = try fixture()
    let shelf = LessonShelf(folder: fixture.home.lessons)
    let order = try shelf.playingOrder(of: [shelf.lesson(named: "04-late")])
    #expect(order.map(\.id) == ["01-data", "02-words", "04-late"])
    let all = try shelf.playingOrder(of: shelf.lessons.reversed())
    #expect(all.map(\.id) == ["01-data", "02-words", "03-alone", "04-late"])
  }

  @Test func needsThatCannotBeMet() throws {
    let fixture = try LessonFixture([
      "01-a": lessonText("01-a", needs: "[02-b]", countingBody),
      "02-b": lessonText("02-b", needs: "[01-a]", countingBody),
      "03-c": lessonText("03-c", needs: "[01-x]", countingBody),
    ])
    let shelf = LessonShelf(folder: fixture.home.lessons)
    func error(_ name: String) -> String {
      do {
        _ = try shelf.playingOrder(of: [shelf.lesson(named: name)])
        return "no error"
      } catch { return String(describing: error) }
    }
    #expect(
      error("01-a")
        == "lessons/02-b.md:4:1: the lesson needs itself: 01-a needs 02-b needs 01-a; remove one of"
        + " these needs")
    #expect(
      error("03-c")
        == "lessons/03-c.md:4:1: the lesson needs `01-x`, which does not exist; did you mean '01-a'?"
    )
  }
}
