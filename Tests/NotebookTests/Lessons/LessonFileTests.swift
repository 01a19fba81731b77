import Foundation
import Testing

@testable import Notebook

@Suite struct LessonFileTests {
  private func parse(_ text: String) throws -> Lesson {
    try LessonFile.parse(LessonSource(file: "lessons/x.md", bytes: Data(text.utf8)))
  }

  private func error(_ text: String) -> String {
    do {
      _ = try parse(text)
      return "no error"
    } catch { return String(describing: error) }
  }

  private func errorInBody(_ body: String) -> String { error(lessonText("01-x", body)) }

  @Test func readsALesson() throws {
    let lesson = try parse(lessonText("01-x", needs: "[00-a, 00-b]", countingBody))
    #expect(lesson.id == "01-x")
    #expect(lesson.front.title == "The 01-x lesson")
    #expect(lesson.front.needs == ["00-a", "00-b"])
    #expect(lesson.front.minutes == 5)
    #expect(lesson.front.seed == 7)
    #expect(lesson.introduction.count == 2)
    #expect(lesson.steps.map(\.id) == ["one", "more", "end"])
    #expect(lesson.steps.map(\.title) == ["Put one", "Add some", "The end"])
    #expect(lesson.cells.map(\.text) == ["x = 1", "x + 1", "x * 10", "y = x + 4", "y"])
    #expect(lesson.cells.map(\.output) == [[], ["2"], ["10"], [], ["5"]])
    #expect(lesson.cells[1].line == 19)
    #expect(lesson.cells[1].outputLines == 20..<21)
    #expect(lesson.cells[0].outputLines == 19..<19)
    #expect(lesson.predictions.count == 1)
    guard case .prediction(let prediction) = lesson.steps[1].pieces[1] else {
      Issue.record("the question is the step's second piece")
      return
    }
    #expect(prediction.solution == "10")
    #expect(prediction.wrong == ["11", "ten"])
    #expect(prediction.because == "One times ten is ten.")
  }

  @Test func aCellGoesOnAfterADotAndOutputKeepsItsBlanks() throws {
    let lesson = try parse(
      lessonText("01-x", "## A {#a}\n\n```glassbox\n> f(1,\n.   2)\n\n a \n\n. b\n> 3\n```"))
    #expect(lesson.cells.map(\.text) == ["f(1,\n  2)", "3"])
    #expect(lesson.cells.map(\.output) == [["", " a ", "", ". b"], []])
  }

  @Test func otherFencesAreProse() throws {
    let lesson = try parse(lessonText("01-x", "## A {#a}\n\n```python\n> 1\n```\n\n```\nx\n```"))
    #expect(lesson.cells.isEmpty)
    #expect(lesson.steps[0].pieces.count == 1)
  }

  @Test func frontMatterErrors() {
    #expect(
      error("# Hello\n")
        == "lessons/x.md:1:1: the lesson does not begin with front matter; begin it with a line"
        + " `---`, then `id:`, `title:`, `needs:`, `minutes:`, `seed:`, then `---`")
    #expect(
      error("---\nid: a\n")
        == "lessons/x.md:1:1: the front matter is never closed; put a line `---` after its last key"
    )
    #expect(
      error("---\nid: a\ntitle: b\nseed: 1\n---\n")
        == "lessons/x.md:2:1: the front matter has no `minutes:`; add `minutes: …`")
    #expect(
      error("---\nid: a\ntitle: b\nminutes: ten\nseed: 1\n---\n")
        == "lessons/x.md:4:10: `minutes` is not a whole number from 1 to 600; write a whole number"
        + " from 1 to 600 after `minutes:`")
    #expect(
      error("---\nid: A b\n---\n")
        == "lessons/x.md:2:5: `id` is not an id of small letters, digits and dashes; write an id of"
        + " small letters, digits and dashes after `id:`")
    #expect(
      error("---\nid: a\ntitle: b\nneeds: 01-data\nminutes: 1\nseed: 1\n---\n")
        == "lessons/x.md:4:8: `needs` is not a list of lesson ids, such as [01-data]; write a list"
        + " of lesson ids, such as [01-data] after `needs:`")
    #expect(
      error("---\nid: a\ntitle: [b]\n---\n")
        == "lessons/x.md:3:8: `title` is not a text; write a text after `title:`")
    #expect(
      error("---\nid: a\nauthor: me\n---\n")
        == "lessons/x.md:3:1: the front matter has no key `author`; its keys are `id`, `title`,"
        + " `needs`, `minutes`, `seed`")
    #expect(
      error("---\njust words\n---\n")
        == "lessons/x.md:2:1: the front matter is not a list of `key: value` lines; its keys are"
        + " `id`, `title`, `needs`, `minutes`, `seed`")
    #expect(
      error("---\nid: a\ntitle: b: c\n---\n")
        == "lessons/x.md:3:9: this is not YAML: mapping values are not allowed in this context; put"
        + " a text that has `: ` or other signs in it between quotes")
    #expect(error("---\nid: a\nid: b\n---\n").contains("the key `id` is given twice; keep one"))
  }

  @Test func stepErrors() {
    #expect(
      errorInBody("Hello.")
        == "lessons/x.md:7:1: the lesson has no step; add a heading such as"
        + " `## First look {#first-look}`")
    #expect(
      errorInBody("## What is *kept*?")
        == "lessons/x.md:9:19: the step has no id; end its heading with an id that never changes,"
        + " such as `{#what-is-kept}`")
    #expect(
      errorInBody("## A {#one}\n\n## B {#two}\n\n## C {#one}")
        == "lessons/x.md:13:6: the step id `one` is used already on line 9; give this step an id of"
        + " its own")
    #expect(
      errorInBody("## A {#Big One}")
        == "lessons/x.md:9:8: `Big One` is not an id; use small letters, digits and dashes, such as"
        + " `{#big-one}`")
    #expect(
      errorInBody("```glassbox\n> 1\n```")
        == "lessons/x.md:9:1: a fence stands before the first step; put a heading such as"
        + " `## First look {#first-look}` above it")
  }

  @Test func fenceErrors() {
    func inStep(_ text: String) -> String { errorInBody("## A {#a}\n\n" + text) }
    let unclosed =
      "lessons/x.md:11:1: this `glassbox` fence is never closed; put a line ``` after its last line"
    #expect(inStep("```glassbox\n> 1\n") == unclosed)
    #expect(inStep("```glassbox\n> 1\n\nMore.\n\n```glassbox\n> 2\n```") == unclosed)
    #expect(
      inStep("```python\n1\n\n```glassbox\n> 2\n```")
        == unclosed.replacing("glassbox", with: "python"))
    #expect(
      inStep("```glassbox\n2\n> 1\n```")
        == "lessons/x.md:12:1: output stands before any cell; put the cell that prints it above,"
        + " after `> `")
    #expect(
      inStep("```glassbox\n```")
        == "lessons/x.md:11:1: the `glassbox` fence is empty; put a cell into it, after `> `")
    #expect(
      inStep("```glassbox\n>\n```")
        == "lessons/x.md:12:1: the cell is empty; write a cell after `> `")
    #expect(
      inStep("```glassbox\n> next\n```")
        == "lessons/x.md:12:3: `next` cannot be a cell of a lesson; tell the reader to type it, in"
        + " the prose")
    #expect(
      inStep("- a\n\n  ```glassbox\n  > 1\n  ```")
        == "lessons/x.md:13:3: a `glassbox` fence stands inside a list or a quotation; put it at the"
        + " left margin")
    #expect(
      inStep(" ```glassbox\n > 1\n ```")
        == "lessons/x.md:11:2: this fence is indented; put it at the left margin")
    #expect(
      inStep(String(repeating: "> ", count: 40) + "deep")
        == "lessons/x.md:11:1: lists or quotations nested more than 16 deep; nest them less")
  }

  @Test func predictionErrors() {
    func predict(_ yaml: String) -> String {
      errorInBody("## A {#a}\n\n```predict\n\(yaml)\n```")
    }
    let all = "question: q\ncheck: answer == 1\nhint: h\n"
    #expect(
      predict(all + "wrong: 2")
        == "lessons/x.md:12:1: the `predict` fence has no `solution:`; add `solution: …`")
    #expect(
      predict(all + "solution: 1")
        == "lessons/x.md:12:1: the `predict` fence has no `wrong:`; add `wrong: …`")
    #expect(
      predict(all + "solution: 1\nwrong: 2")
        == "lessons/x.md:12:1: the `predict` fence has no `because:`; add `because: …`")
    #expect(
      predict(all + "solution: 1\nwrong: []")
        == "lessons/x.md:16:8: `wrong` is not a text or a list of texts; write a text or a list of"
        + " texts after `wrong:`")
    #expect(
      predict("questoin: q")
        == "lessons/x.md:12:1: the `predict` fence has no key `questoin`; its keys are `question`,"
        + " `check`, `hint`, `solution`, `wrong`, `because`")
  }

  @Test func hostileBytes() {
    func error(_ bytes: [UInt8]) -> String {
      do {
        _ = try LessonSource(file: "x.md", bytes: Data(bytes))
        return "no error"
      } catch { return String(describing: error) }
    }
    #expect(
      error([])
        == "x.md:1:1: the file is empty; begin it with `---`, `id:`, `title:` and so on")
    #expect(
      error(Array("---\nab".utf8) + [0xFF, 0xFE])
        == "x.md:2:3: these bytes are not UTF-8; save the file as UTF-8")
    #expect(
      error(Array("---\r\n".utf8))
        == "x.md:1:4: a control character (U+D); save the file as plain text with Unix line ends"
        + " (LF)")
    #expect(
      error(Array("a\u{0}b".utf8))
        == "x.md:1:2: a control character (U+0); save the file as plain text with Unix line ends"
        + " (LF)")
    #expect(
      error([UInt8](repeating: 10, count: LessonSource.largest + 1))
        == "x.md:1:1: the file has 4194305 bytes, more than a lesson may have (4194304); split it"
        + " into several lessons")
  }

  @Test(arguments: ["[", "{a: ", "- "])
  func deepNestingEndsInAnError(opening: String) {
    let nested = String(repeating: opening, count: 50_000)
    #expect(error("---\nneeds: \n  \(nested)\n---\n").hasPrefix("lessons/x.md:3:"))
    #expect(
      errorInBody("## A {#a}\n\n```predict\nwrong: \n  \(nested)\n```")
        .hasPrefix("lessons/x.md:13:"))
  }

  @Test func anUnreadableFileIsAClearError() {
    #expect {
      try LessonFile.load(URL(fileURLWithPath: "/nowhere/x.md"), as: "x.md")
    } throws: { error in
      String(describing: error)
        == "cannot read the lesson x.md; give the path of an existing Markdown file"
    }
  }
}
