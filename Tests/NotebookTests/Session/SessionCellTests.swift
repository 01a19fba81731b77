import Testing

@testable import Notebook

@Suite struct SessionCellTests {
  @Test(arguments: [
    ("", Cell.blank), ("  # nothing", .blank), ("?", .help(topic: "")),
    (" ?show ", .help(topic: "show")), ("help", .help(topic: "")),
    ("help show", .help(topic: "show")),
    ("x = 1", .assignment(name: "x", nameRange: 0..<1, start: 3)),
    ("x=1", .assignment(name: "x", nameRange: 0..<1, start: 2)),
    ("%time x", .magic(name: "%time", range: 0..<5)), (" %", .magic(name: "%", range: 1..<2)),
    ("# a comment\n x", .expression), ("# one\n# two", .blank), ("x == 1", .expression),
    ("show x", .command(name: "show")), ("show", .command(name: "show")),
    ("show --help", .command(name: "show")), ("show(x)", .expression),
    ("show = 3", .assignment(name: "show", nameRange: 0..<4, start: 6)),
    ("loss", .expression), ("loss / 2", .expression), ("loss --steps 3", .expression),
    ("trian --steps 50", .unknownCommand(name: "trian", range: 0..<5)),
    ("trian", .unknownCommand(name: "trian", range: 0..<5)),
    ("shwo x[0]", .unknownCommand(name: "shwo", range: 0..<4)),
    ("not true", .expression), ("softmax", .expression), ("nowhere + 1", .expression),
    ("nowhere and true", .expression), ("nowhere.x", .expression), ("3 + 4", .expression),
    ("(x)", .expression), ("\"text\"", .expression), ("-x", .expression),
  ])
  func kinds(text: String, expected: Cell) {
    #expect(Cell(text, commands: ["show", "train"]) { $0 == "x" || $0 == "loss" } == expected)
  }

  @Test func aResultIsAsWideAsTheTerminalIsByThen() {
    final class Narrowed: Console {
      var isInterrupted: Bool { false }
      var columns: Int? { 40 }
      func stream(_ text: String) {}
      func showProgress(_ line: String?) {}
      func ask(_ prompt: String) -> String? { nil }
    }
    let session = testSession(width: 100)
    func widest() -> Int {
      session.run(cell: "show ones(2, 30)").text.split(separator: "\n").map(\.count).max() ?? 0
    }
    #expect(widest() > 40)
    session.console = Narrowed()
    #expect((20...40).contains(widest()))
  }

  @Test func aCommandThatIsAlsoATensorYieldsToAnExpression() {
    let isName: (String) -> Bool = { $0 == "loss" }
    #expect(Cell("loss", commands: ["loss"], isName: isName) == .expression)
    #expect(Cell("loss / 2", commands: ["loss"], isName: isName) == .expression)
    #expect(Cell("loss run", commands: ["loss"], isName: isName) == .command(name: "loss"))
    #expect(Cell("loss --json", commands: ["loss"], isName: isName) == .command(name: "loss"))
  }

  @Test func cellsLeaveValues() {
    let session = testSession()
    #expect(session.run(cell: "a = [1, 2, 3]").text == "")
    #expect(session.run(cell: "sum(a) * 2").text == "12")
    #expect(session.run(cell: "_ / 8").text == "1.5")
    #expect(session.run(cell: "Out[2] + Out[3]").text == "13.5")
    #expect(session.run(cell: "# done").text == "")
    #expect(session.cellNumber == 6)
    #expect(session.desk.outputs.keys.sorted() == [2, 3, 4])
  }

  @Test func aMistakeLeavesEverythingAsItWas() {
    let session = testSession()
    _ = session.run(cell: "a = 1")
    let result = session.run(cell: "a = nowhere")
    #expect(result.status == .badInput)
    #expect(
      result.text == """
        error: there is no name 'nowhere'
          a = nowhere
              ^^^^^^^
        'names' lists the names there are
        """)
    #expect(session.run(cell: "a").text == "1")
    #expect(session.desk.outputs[2] == nil)
  }

  @Test(arguments: [
    (
      "shwo x",
      """
      error: there is no command 'shwo'
        shwo x
        ^^^^
      did you mean 'show'?
      """
    ),
    (
      "show = 1",
      """
      error: 'show' is a command
        show = 1
        ^^^^
      choose another name
      """
    ),
    (
      "sum = 1",
      """
      error: 'sum' is a function
        sum = 1
        ^^^
      choose another name
      """
    ),
    (
      "loss = 1",
      """
      error: 'loss' is one of the model's names
        loss = 1
        ^^^^
      choose another name
      """
    ),
    (
      "blocks.0.attn.q = 1",
      """
      error: names with dots are the model's
        blocks.0.attn.q = 1
        ^^^^^^^^^^^^^^^
      choose a name of letters, digits and _
      """
    ),
    (
      "show(loss)",
      """
      error: show is a command, not a function
        show(loss)
        ^^^^
      begin the cell with it, without brackets: show …
      """
    ),
    (
      "?shwo",
      """
      error: there is no help on 'shwo'
        ?shwo
         ^^^^
      did you mean 'show'?
      """
    ),
  ])
  func mistakes(cell: String, expected: String) {
    let result = testSession().run(cell: cell)
    #expect(result.text == expected)
    #expect(result.status == .badInput)
  }

  @Test func expressionsOfCommandsKeepTheirQuotesAndSigns() {
    let session = testSession()
    #expect(session.run(cell: #"show contains("a \"b\" c",   'b')"#).text == "true")
    #expect(session.run(cell: "show -3 -2").text == "-5")
    #expect(session.run(cell: "show 2 --json").text == "{\n  \"value\" : 2\n}")
  }

  @Test func lessonsEvaluateOverTheirOwnNames() throws {
    let session = testSession()
    let value = try session.evaluate(
      expression: "answer == 12 and loss > 3", extra: ["answer": .number(12)])
    #expect(try value.truthValue())
    #expect(session.desk.variables.isEmpty)
  }

  @Test func helpNamesCommandsFunctionsAndTensors() {
    let session = testSession()
    #expect(
      session.run(cell: "?allclose").text == """
        allclose(a, b, tolerance: 1e-5)
        whether |a - b| is at most tolerance * max(1, |b|) everywhere
        example: allclose(1 / 3, 0.333, tolerance: 1e-2)
        true
        """)
    #expect(
      session.run(cell: "?blocks.0.attn.pattern").text == """
        blocks.0.attn.pattern  [batch 2, head 1, query 3, key 3]
        softmax of the scores: how much each position attends to each
        """)
    #expect(
      session.run(cell: "?blocks.3.attn.q.weight.adam.v").text == """
        blocks.3.attn.q.weight.adam.v
        AdamW's running mean of the squared gradient; weights; queries: what each position looks for
        """)
    #expect(session.run(cell: "?").text.contains("softmax"))
    #expect(widest(testSession(width: 40).run(cell: "?").text) <= 40)
    #expect(session.run(cell: "hist --help").text.contains("USAGE: hist <expression> ..."))
    #expect(session.run(cell: "hist --help").status == .done)
    #expect(session.run(cell: "?show").text.contains("USAGE: show <expression> ..."))
  }
}
