import Foundation
import Testing

@testable import Notebook

@Suite final class MagicTests {
  let folder: URL
  let session = testSession()

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private func run(_ cells: String...) -> String {
    cells.map { session.run(cell: $0).text }.last ?? ""
  }

  @Test func historyListsCells() {
    #expect(
      run("x = 1", "x +\n 1", "nowhere", "%history") == """
        1  x = 1
        2  x +
            1
        3  nowhere
        """)
    #expect(run("%history 1 3-4") == "1  x = 1\n3  nowhere\n4  %history")
    #expect(run("%history 5-") == "5  %history 1 3-4")
    #expect(run("In[2] + In[1]") == "\"x +\\n 1x = 1\"")
    #expect(run("%history 1 --json").contains("\"cell\" : \"x = 1\""))
  }

  @Test(arguments: [
    ("%history 9", "error: there is no cell 9; none ran yet"),
    ("%history x", "error: 'x' is no number of a cell; write 3, 3-7 or 5-"),
    ("%history 5-3", "error: '5-3' is no number of a cell; write 3, 3-7 or 5-"),
    ("%history 9999999999999999999999", "error: '9999999999999999999999' is no number"),
    ("%hist", "error: there is no magic '%hist'"), ("%", "error: there is no magic '%'"),
    ("%time", "error: %time needs a cell behind it"),
    ("%time %time 1", "error: %time inside %time tells nothing more"),
    ("%run", "error: Missing expected argument '<lesson>'"),
    ("%run /nowhere/at/all", "error: cannot read the lesson /nowhere/at/all"),
    ("%run /dev/zero", "error: cannot read"),
    ("%save notes.txt", "error: a lesson is a Markdown file; call it notes.txt.md"),
    ("%save notes.md", "error: there is no cell among these that a lesson can have"),
  ])
  func mistakes(cell: String, expected: String) {
    let result = session.run(cell: cell)
    #expect(result.status == .badInput)
    #expect(result.text.hasPrefix(expected), "\(result.text)")
  }

  @Test func timeShowsTheValueAndKeepsIt() {
    #expect(run("%time 6 * 7").hasPrefix("42\ntime  "))
    #expect(run("Out[1]") == "42")
    #expect(run("%time x = 3").hasPrefix("time  "))
    #expect(run("x") == "3")
    session.page = .transcript
    #expect(run("%time x") == "3\ntime  …")
    #expect(session.run(cell: "%time nowhere").status == .badInput)
  }

  @Test func resetForgets() {
    _ = run("x = 1", "x", "y = 2")
    #expect(run("%reset out") == "forgotten: 0 variables, 1 output")
    #expect(run("x") == "1")
    #expect(run("%reset") == "forgotten: 2 variables, 1 output")
    #expect(session.run(cell: "x").status == .badInput)
    #expect(session.run(cell: "_").status == .badInput)
    #expect(session.run(cell: "%reset most").status == .badInput)
  }

  @Test func aSavedDraftIsALessonThatChecks() throws {
    session.page.width = 40
    _ = run(
      "nothing.here", "x = ones(2, 30)", "x", "sum(Out[3]) +\n 1", "%history", "shwo x", "# note",
      "show x[0, 0] + Out[4]")
    let file = path("My Shapes.md")
    #expect(
      run("%save \"\(file)\" 2-8")
        == "\(file): 5 cells; `check \(file)` plays them from a clean desk")
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(
      text == """
        ---
        id: my-shapes
        title: "my-shapes"
        minutes: 5
        seed: 1
        ---

        Say here what the reader will see.

        ## First look {#first-look}

        Say here what the cells do.

        ```glassbox
        > x = ones(2, 30)
        > x
        [row 2, item 30]  min 1  max 1  mean 1  σ 0
            0   1   2   3   4   5   6   7   8   9  10  11  12  13  14  15  16  17  18
        0   1   1   1   1   1   1   1   1   1   1   1   1   1   1   1   1   1   1   1  …
        1   1   1   1   1   1   1   1   1   1   1   1   1   1   1   1   1   1   1   1  …
        > sum(Out[2]) +
        .  1
        61
        > shwo x
        error: there is no command 'shwo'
          shwo x
          ^^^^
        did you mean 'show'?
        > show x[0, 0] + Out[3]
        62
        ```

        """)
    #expect(run("check \"\(file)\"") == "1 lesson does what it says")
    #expect(session.records.last?.status == .done)
    #expect(run("%save \"\(file)\"") == "error: \(file) exists; `%save --force` writes over it")
    #expect(
      run("%save -f \"\(file)\" 3").hasSuffix(
        "1 cell; `check \(file)` plays them from a clean desk"))
  }

  @Test func runRunsTheCellsOfAFileHere() throws {
    try Data("x = 6\n\n# times\nx * (\n  7\n)\n_ + 1\n".utf8).write(
      to: folder.appendingPathComponent("cells"))
    let console = SilentConsole()
    session.console = console
    #expect(run("%run \(path("cells"))") == "")
    #expect(
      console.streamed == """
        In [2]: x = 6
        In [3]: x * (
           ...:   7
           ...: )
        42
        In [4]: _ + 1
        43

        """)
    #expect(run("x + Out[4]") == "49")
    #expect(run("%run \(path("cells")) --json").contains("\"output\" : \"42\""))
  }

  @Test func runStopsAtAMistake() throws {
    try Data("a = 1\nnowhere\nb = 2\n".utf8).write(to: folder.appendingPathComponent("cells"))
    let result = session.run(cell: "%run \(path("cells"))")
    #expect(result.status == .badInput)
    #expect(
      result.text == "error: \(path("cells")):2: this cell failed; those below it were not run")
    #expect(session.desk.variables.keys.sorted() == ["a"])
  }

  @Test func runTakesALessonAndAFileThatRunsItselfEnds() throws {
    _ = run("a = 20", "a + 1", "%save \(path("draft.md"))", "%reset")
    #expect(run("%run \(path("draft.md"))", "a + 3") == "23")
    try Data("%run \(path("loop"))\n".utf8).write(to: folder.appendingPathComponent("loop"))
    #expect(session.run(cell: "%run \(path("loop"))").status == .badInput)
  }

  @Test func helpAndCompletionKnowMagics() throws {
    #expect(run("?%save").contains("USAGE: %save"))
    #expect(run("%save --help").contains("USAGE: %save"))
    #expect(run("%history --help").contains("%history 3-7"))
    let completer = try Completer(for: session)
    func offers(_ line: String) -> [String] {
      completer.completion(of: line, cursor: line.utf8.count).candidates
    }
    #expect(offers("%h") == ["%history"])
    #expect(offers("%save --f") == ["--force"])
    #expect(offers("?%ti") == ["%time"])
    #expect(offers("%time softm") == ["softmax("])
    #expect(offers("%time trai") == ["train"])
  }
}
