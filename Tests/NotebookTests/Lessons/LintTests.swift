import Foundation
import Testing

@testable import Notebook

@Suite struct LintTests {
  /// What lint says about one lesson `01-a` with this body, without the file's name and the summary.
  private func faults(_ body: String, needs: String = "[]", more: [String: String] = [:]) throws
    -> [String]
  {
    let lessons = ["01-a": lessonText("01-a", needs: needs, body)].merging(more) { $1 }
    let fixture = try LessonFixture(lessons)
    let result = fixture.session(page: .transcript).enter(line: "lint 01-a")
    let isFile = { (line: Substring) in line.hasPrefix("lessons/01-a.md:") }
    #expect((result.status == .done) == !result.text.split(separator: "\n").contains(where: isFile))
    return result.text.split(separator: "\n").filter(isFile)
      .map { String($0.dropFirst("lessons/01-a.md:".count)) }
  }

  private func faults(prose: String, more: [String: String] = [:]) throws -> [String] {
    try faults("## A {#a}\n\n\(prose)\n", more: more)
  }

  private func faults(cells: String) throws -> [String] {
    try faults("## A {#a}\n\n```glassbox\n\(cells)\n```\n")
  }

  private func faults(question: String) throws -> [String] {
    try faults("## A {#a}\n\n```predict\n\(question)\n```\n")
  }

  @Test func soundLessons() throws {
    let fixture = try LessonFixture([
      "01-a": lessonText("01-a", countingBody),
      "02-b": lessonText("02-b", needs: "[01-a]", countingBody),
    ])
    let session = fixture.session(page: .transcript)
    #expect(session.enter(line: "lint").text == "2 lessons are sound")
    #expect(session.enter(line: "lint 02-b").text == "the lesson is sound")
    #expect(session.enter(line: "lint --json").status == .done)
  }

  @Test func idsAndFiles() throws {
    let fixture = try LessonFixture([
      "01-a": lessonText("01-a", countingBody), "02-b": lessonText("01-a", countingBody),
      "03-c": lessonText("03-other", countingBody),
      "04-d": lessonText("04-d", "## No id\n\nText."),
      "05-e": lessonText("05-e", "## A {#a}\n\nText.\n\n## B {#a}\n\nText."),
      "06-f": lessonText("06-f", "## A {#a}\n\n## B {#b}\n\nText."),
    ])
    let result = fixture.session(page: .transcript).enter(line: "lint")
    #expect(result.status == .checkFailed)
    #expect(
      result.text == """
        lessons/03-c.md:2:1: the id is `03-other`, but the file is named `03-c.md`; give both the same \
        name
        lessons/06-f.md:9:1: the step `a` is empty; write something below its heading
        lessons/02-b.md:2:1: the id `01-a` belongs to lessons/01-a.md already; give this lesson an id \
        of its own
        lessons/04-d.md:9:9: the step has no id; end its heading with an id that never changes, such \
        as `{#no-id}`
        lessons/05-e.md:13:6: the step id `a` is used already on line 9; give this step an id of its \
        own
        5 faults in 5 of 6 lessons
        """)
  }

  @Test func aFileElsewhereCannotHaveTheIDOfAnother() throws {
    let fixture = try LessonFixture(["01-a": lessonText("01-a", countingBody)])
    try fixture.write(lessonText("01-a", countingBody), to: "data/01-a.md")
    let file = fixture.root.path + "/data/01-a.md"
    #expect(
      fixture.session(page: .transcript).enter(line: "lint \(file)").text.hasPrefix(
        "\(file):2:1: the id `01-a` belongs to lessons/01-a.md already"))
  }

  @Test func needs() throws {
    #expect(
      try faults(countingBody, needs: "[01-b]") == [
        "4:1: the lesson needs `01-b`, which does not exist; did you mean '01-a'?"
      ])
    #expect(
      try faults(countingBody, needs: "[01-a]") == [
        "4:1: the lesson needs itself: 01-a needs 01-a; remove one of these needs"
      ])
    let user = "## A {#a}\n\n```glassbox\n> model --run ferry\n> losses bell\n```\n"
    let maker = lessonText(
      "02-b", "## A {#a}\n\n```glassbox\n> train --name ferry --steps 1\n```\n")
    #expect(
      try faults(user, more: ["02-b": maker]) == [
        "12:3: neither this lesson nor one that it needs makes the run `ferry`; 02-b does: add it to"
          + " `needs:`",
        "13:3: neither this lesson nor one that it needs makes the run `bell`; make it with `train"
          + " --name bell`",
      ])
    let between = lessonText("03-c", needs: "[02-b]", "## A {#a}\n\nText.\n")
    let some = "## A {#a}\n\n```glassbox\n> model --run ferry\n```\n"
    #expect(try faults(some, needs: "[03-c]", more: ["02-b": maker, "03-c": between]) == [])
  }

  @Test
  func links() throws {
    let other = ["02-b": lessonText("02-b", countingBody), "README": "# How it *is*\n\nText.\n"]
    let sound = """
      [one](#a), [two](02-b.md), [three](02-b.md#more), [four](README.md#how-it-is),
      [five](https://example.org/x#y), <mailto:a@example.org>, ![six](02-b.md)
      """
    #expect(try faults(prose: sound, more: other) == [])
    let dead = """
      [one](#b), and [two](02-c.md) and
      [three](02-b.md#moer) ![four](picture.png) [five](README.md#nowhere)
      [six](/etc/passwd) [seven](ftp://example.org) [eight]()
      """
    let found = try faults(prose: dead, more: other)
    #expect(
      found
        == [
          "11:7: the link leads to `#b`, which does not exist; there are #a",
          "11:22: the link leads to `02-c.md`, which does not exist; did you mean '02-b.md'?",
          "12:9: the link leads to `#moer`, which does not exist; did you mean 'more'?",
          "12:31: the link leads to `picture.png`, which does not exist; correct it",
          "12:51: the link leads to `#nowhere`, which does not exist; there are #how-it-is",
          "13:7: the link `/etc/passwd` leads to one machine only; write it relative to the lesson's"
            + " folder",
          "13:28: the link has the scheme `ftp`; link to a file or an https address",
          "13:54: the link leads nowhere; write where it leads",
        ].sorted { Int($0.prefix(2))! < Int($1.prefix(2))! })
  }

  @Test
  func questions() throws {
    let rest = "hint: h\nbecause: b\n"
    #expect(
      try faults(question: rest + "question: q\ncheck: answer == 3\nsolution: 3\nwrong: [2, three]")
        == [])
    #expect(
      try faults(
        question: rest + "question: q\ncheck: answer >= 3\nsolution: 2\nwrong: [2, 1 + 2, x]") == [
          "11:1: the solution `2` does not pass the check `answer >= 3`; correct one of them",
          "11:1: the wrong answer `1 + 2` passes the check `answer >= 3`; make the check stricter, or"
            + " give another wrong answer",
        ])
    let unknown = try faults(
      question: rest + "question: q\ncheck: answer == y\nsolution: 3\nwrong: 2")
    #expect(
      unknown == [
        "11:1: the solution `3` does not pass the check `answer == y` (there is no name"
          + " 'y'); correct one of them"
      ])
  }

  @Test func questionsThatLookAtTheDeskAreJudgedByPlaying() throws {
    let body = countingBody.replacing("wrong: [11, ten]", with: "wrong: [11, x + 9]")
    let fixture = try LessonFixture(["01-a": lessonText("01-a", body)])
    let session = fixture.session(page: .transcript)
    #expect(
      session.enter(line: "lint").text == """
        lessons/01-a.md:27:1: the wrong answer `x + 9` passes the check `answer == x * 10`; make the \
        check stricter, or give another wrong answer
        1 fault in 1 of 1 lesson
        """)
    #expect(session.enter(line: "lint --quick").text == "the lesson is sound")
    #expect(!FileManager.default.fileExists(atPath: fixture.workspace.root.path))
  }

  @Test
  func cellsWithNamesThatMeanNothing() throws {
    let sound = """
      > x = 3
      > softmax([x, 2]) + _
      > allclose(x, 3, tolerance: 1e-4)
      > blocks.0.attn.q.weight.update[0, 0:4].T.shape
      > show blocks.0.attn.pattern[0, x]
      > names blocks.*.attn.nonsense*
      > ?x
      > train --steps 3 --name a
      > nonsense
      error: there is no command 'nonsense'
      """
    let quiet = try faults(cells: sound)
    #expect(quiet == [])
    let wrong = """
      > lesons
      > y + 1
      > y = blocks.0.attn.patern
      > softmx(3)
      > train --stpes 3
      > show blocks.0.attn.pattern[0, z]
      > 1 +
      > ?softmx
      > train
      .   --steps three
      > y + 1
      """
    let found = try faults(cells: wrong)
    #expect(
      found == [
        "12:3: there is no command `lesons`; did you mean 'lessons'?",
        "13:3: nothing is called `y`; give it a value in a cell above, or correct it",
        "14:7: nothing is called `blocks.0.attn.patern`; did you mean 'blocks.0.attn.pattern'?",
        "15:3: nothing is called `softmx`; did you mean 'softmax'?",
        "16:3: this command would not run: Unknown option '--stpes'. Did you mean '--steps'?;"
          + " `glassbox help` shows what commands take",
        "17:33: nothing is called `z`; give it a value in a cell above, or correct it",
        "18:6: the expression ends where a value should follow; correct it",
        "19:4: there is no help on `softmx`; did you mean 'softmax'?",
        "20:3: this command would not run: The value 'three' is invalid for '--steps <steps>';"
          + " `glassbox help` shows what commands take",
      ])
  }

  @Test(arguments: [
    ("```glasbox", "glassbox"), ("```Glassbox", "glassbox"), ("```predct", "predict"),
  ])
  func fencesThatAreNotWhatTheySeem(opening: String, meant: String) throws {
    let found = try faults(prose: "A.\n\n\(opening)\n> 1 + 1\n```")
    #expect(
      found == [
        "13:1: this fence is shown as it is: it begins with `\(opening)`; write three backticks and"
          + " `\(meant)`, in a step and at the left margin, or another word"
      ])
    #expect(try faults(prose: "```text\n> 1\n```\n\n```python\n1\n```") == [])
  }

  @Test
  func proseThatNamesWhatDoesNotExist() throws {
    let sound = """
      `train --steps 50`, `glassbox lint 01-a`, `open 01`, `goto a`, `goto 1`, `open ID`, `step`, `train`,
      `--no-cache`, `?train`, `blocks.N.attn.q.weight.grad`, `show blocks.0.attn.pattern[0, 0]`,
      `progress.json`, `x = 3`, `generate … --nothing`, `-- `, `.grad`, `glassbox train --help`
      """
    let quiet = try faults(prose: sound)
    #expect(quiet == [])
    let wrong = """
      - `train --step 50` and `open 7`

      > `goto b`, `--no-cahce`, `?nothing`

      | a | `blocks.0.attn.patern` |

      `show blocks.0.attn.patern[0]` `glassbox lint 09`
      """
    let found = try faults(prose: wrong)
    #expect(
      found == [
        "11:4: this command would not run: Unknown option '--step'. Did you mean '--steps'?;"
          + " `glassbox help` shows what commands take",
        "11:31: there is no lesson `7`; `glassbox lessons` lists them",
        "13:9: the lesson has no step `b`; its steps are a",
        "13:14: no command has the option `--no-cahce`; did you mean '--no-cache'?",
        "13:29: there is no help on `nothing`; `?` lists what there is",
        "15:8: nothing is called `blocks.0.attn.patern`; did you mean 'blocks.0.attn.pattern'?",
        "17:7: nothing is called `blocks.0.attn.patern`; did you mean 'blocks.0.attn.pattern'?",
        "17:47: there is no lesson `09`; `glassbox lessons` lists them",
      ])
  }

  @Test
  func proseThatNamesWordsOfTheField() throws {
    let fixture = try LessonFixture([
      "01-a": lessonText("01-a", "## A {#a}\n\nSee `?Heads` and `?hed`.")
    ])
    try fixture.write(
      "terms:\n  - term: head\n    means: A small attention.\n", to: "data/terms.yaml")
    let text = fixture.session().run(cell: "lint --quick").text
    #expect(text.contains("there is no help on `hed`; did you mean 'head'?"), "\(text)")
    #expect(!text.contains("Heads"))
  }

  @Test
  func codeInQuestionsIsReadToo() throws {
    let question = """
      question: What will `train --setps 3` do? ([here](nowhere.md))
      check: answer == 3
      hint: See `blocks.0.attn.patern`.
      solution: 3
      wrong: 2
      because: It is `--stpes`.
      """
    let places = try faults(question: question).map { $0.prefix { $0 != " " } }
    #expect(
      places == [
        "12:51:", "12:22:", "14:12:", "17:17:",
      ])
  }
}
