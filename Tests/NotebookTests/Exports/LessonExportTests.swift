import Foundation
import Testing

@testable import Notebook

@Suite struct LessonExportTests {
  private static let body = """
    # Again the title

    We *draw* <things>.

    ## Draw {#draw}

    Cells, and a [link](https://example.org).

    ```glassbox
    > heat reshape(arange(4), [2, 2])
    > x = [1,
    . 2]
    > "<b>&amp;" 
    > nowhere
    error: there is no name 'nowhere'
    > plot [1, 3, 2] + 0
    ```

    ## Ask {#ask}

    ```predict
    question: What is `1 + 1`?
    check: answer == 2
    hint: Count.
    solution: 2
    wrong: [3]
    because: One and one is **two**.
    ```

    ```glassbox
    > 1 + 1
    2
    ```
    """

  /// Exports a lesson as a person would, and gives what was printed and the file.
  private func export(
    _ options: String, file: String
  ) throws -> (printed: String, data: Data) {
    let fixture = try LessonFixture(["01-draw": lessonText("01-draw", Self.body)])
    let path = fixture.root.appendingPathComponent(file).path
    let session = fixture.session()
    let printed = fixture.show("run 01-draw \(options) --output \(path)", in: session)
    let data = try #require(FileManager.default.contents(atPath: path), "\(printed)")
    return (printed.replacing(fixture.root.path, with: "$PLACE"), data)
  }

  @Test(arguments: [("html", "page.html"), ("md", "page.md"), ("text", "page.txt")])
  func wholeFiles(format: String, file: String) throws {
    let (printed, data) = try export("--to \(format)", file: file)
    #expect(printed.hasPrefix("written  $PLACE/\(file): 6 cells, 1 question, 2 figures"))
    let text = String(decoding: data, as: UTF8.self)
    try expectSnapshot(text, file)
    #expect(try export("--to \(format)", file: file).data == data, "the same bits again")
  }

  @Test func thePageNeedsNothingFromOutside() throws {
    let page = String(decoding: try export("--to html", file: "a.html").data, as: UTF8.self)
    #expect(page.contains("default-src 'none'"))
    #expect(!page.contains("<script") && !page.contains("src=\"") && !page.contains("url("))
    #expect(!page.contains("<things>") && !page.contains("<b>"))
    #expect(page.components(separatedBy: "<svg").count == 3)
    #expect(page.components(separatedBy: "<details>").count == 3)
  }

  @Test func theNotebookHasItsCellsOutputsAndPictures() throws {
    let data = try export("--to ipynb", file: "a.ipynb").data
    let notebook = try #require(
      try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(notebook["nbformat"] as? Int == 4)
    #expect(notebook["nbformat_minor"] as? Int == 5)
    let cells = try #require(notebook["cells"] as? [[String: Any]])
    #expect(
      cells.map { $0["cell_type"] as? String } == [
        "markdown", "markdown", "markdown", "markdown", "code", "code", "code", "code", "code",
        "markdown", "markdown", "code",
      ])
    #expect(Set(cells.compactMap { $0["id"] as? String }).count == cells.count)
    let code = cells.filter { $0["cell_type"] as? String == "code" }
    #expect(code.map { $0["execution_count"] as? Int } == [1, 2, 3, 4, 5, 6])
    #expect(code[1]["source"] as? [String] == ["x = [1,\n", "2]"])
    let outputs = code.map { $0["outputs"] as? [[String: Any]] ?? [] }
    #expect(
      outputs.map { $0.map { $0["output_type"] as? String } } == [
        ["display_data"], [], ["execute_result"], ["error"], ["display_data"], ["execute_result"],
      ])
    let shown = try #require(outputs[0].first?["data"] as? [String: [String]])
    #expect(shown.keys.sorted() == ["image/png", "image/svg+xml", "text/plain"])
    #expect(shown["image/svg+xml"]?.first?.hasPrefix("<svg xmlns=") == true)
    let png = try #require(Data(base64Encoded: shown["image/png"]?.joined() ?? ""))
    #expect(png.prefix(4).elementsEqual([0x89, 0x50, 0x4E, 0x47]))
  }

  @Test(Python.needed(for: "nbformat"))
  func nbformatTakesTheNotebook() throws {
    let data = try export("--to ipynb", file: "a.ipynb").data
    let counts = try #require(try Python.with("nbformat"))
      .run("check_exports.py", on: data, ending: "ipynb")
    #expect(
      counts == """
        6 code cells
        2 display_data
        1 error
        2 execute_result
        2 image/png
        2 image/svg+xml
        6 markdown cells
        4 text/plain

        """)
  }

  @Test func filesAreNotWrittenOverUnasked() throws {
    let fixture = try LessonFixture(["01-count": lessonText("01-count", countingBody)])
    let session = fixture.session()
    let path = fixture.root.appendingPathComponent("a.md").path
    try fixture.write("mine", to: "a.md")
    let refused = session.enter(line: "run 01-count --to md --output \(path)")
    #expect(refused.status == .badInput)
    #expect(
      refused.text
        == "error: \(path) exists; give another name, or `--force` to write over it")
    #expect(try fixture.read("a.md") == "mine")
    #expect(session.enter(line: "run 01-count --to md --output \(path) -f").status == .done)
    #expect(try fixture.read("a.md").hasPrefix("# The 01-count lesson\n"))
    let folder = session.enter(line: "run 01-count --to md --output \(fixture.root.path) -f")
    #expect(folder.text == "error: \(fixture.root.path) is a folder; give the file another name")
  }

  @Test func theOpenLessonIsExportedWhole() throws {
    let fixture = try LessonFixture(["01-count": lessonText("01-count", countingBody)])
    let session = fixture.session()
    let path = fixture.root.appendingPathComponent("a.txt").path
    let none = session.enter(line: "run --to text --output \(path)")
    #expect(
      none.text == "error: no lesson is open; `lessons` lists them, `open 01` opens the first")
    _ = fixture.show("open 01", "", "", in: session)
    let place = session.lesson?.place
    #expect(session.enter(line: "run --to text --output \(path)").status == .done)
    #expect(try fixture.read("a.txt").contains("In [5]: y\n5\n"))
    #expect(session.lesson?.place == place)
  }

  @Test func theRunsOfTheWorkspaceStayAsTheyAre() throws {
    let fixture = try LessonFixture()
    try fixture.write(String(repeating: "The ferry leaves at noon. ", count: 40), to: "harbour.txt")
    let train =
      "train --name made --data \(fixture.root.path)/harbour.txt --vocab 260 --batch 1 --layers 1"
      + " --heads 1 --width 8 --hidden 8 --context 8"
    try fixture.write(
      lessonText(
        "01-train",
        "Train.\n\n## Run {#run}\n\n```glassbox\n> \(train) --steps 2 --overwrite\n```\n"),
      to: "lessons/01-train.md")
    let session = fixture.session()
    #expect(session.enter(line: train + " --steps 1").status == .done)
    let path = fixture.root.appendingPathComponent("a.txt").path
    let exported = session.enter(line: "run 01-train --to text --output \(path)")
    #expect(exported.status == .done, "\(exported.text)")
    #expect(try fixture.read("a.txt").contains("made: 2 steps"))
    #expect(try session.recordedRun("made").steps.count == 1)
  }

  @Test func anAccidentIsTold() throws {
    let body = countingBody.replacing("> x * 10\n10", with: "> nothing * 10\n10")
    let fixture = try LessonFixture(["01-count": lessonText("01-count", body)])
    let path = fixture.root.appendingPathComponent("a.html").path
    let printed = fixture.show("run 01 --to html --output \(path)", in: fixture.session())
    #expect(
      printed.hasSuffix(
        "note     lessons/01-count.md:37: this cell ended in an error that the lesson does not show"
      ), "\(printed)")
  }
}
