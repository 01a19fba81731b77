import Tensors
import Testing

@testable import Notebook

@Suite struct ViewTests {
  /// Every view's cell by the name of its snapshot.
  private static let cells = [
    ("show-scalar", "show loss"), ("show-row", "show blocks.0.attn.pattern[1, 0, 2]"),
    ("show-matrix", "show blocks.0.attn.pattern[1, 0]"),
    ("show-whole", "show blocks.0.attn.pattern"),
    ("show-corner", "show embed.weight"),
    ("show-special", "show [[1, 0, -2], [4, 5, 6]] / [[1, 0, 0], [8, 0.001, 700]]"),
    ("show-small", "show blocks.0.attn.q.weight / 30000"),
    ("show-text", "show \"say \\\"ho\\\"\""),
    ("show-list", "show [1, 2.5, \"three\", true, [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]]"),
    ("show-empty", "show blocks.0.attn.pattern[0, 0, 0:0]"),
    ("heat-tokens", "heat blocks.0.attn.pattern[1, 0]"),
    ("heat-numbers", "heat blocks.0.attn.q.weight"),
    ("heat-row", "heat blocks.0.attn.pattern[0, 0, 2]"),
    ("heat-special", "heat log(blocks.0.attn.q.weight - 0.25)"),
    ("hist", "hist sqrt(blocks.0.attn.q.weight) --bins 6"),
    ("hist-equal", "hist blocks.0.attn.q.weight * 0"),
    ("stats", "stats *.weight loss"),
    ("stats-several", "stats embed.weight *pattern sqrt(blocks.0.attn.pattern-1)"),
    ("stats-one", "stats log(blocks.0.attn.q.weight)"),
    ("names", "names"), ("names-pattern", "names *pattern l?ss"), ("params", "params"),
    ("plot", "plot blocks.0.attn.q.weight[1] ^ 2"),
    ("plot-rows", "plot sqrt(blocks.0.attn.pattern[1, 0])"),
  ]

  @Test(arguments: cells)
  func at80Columns(name: String, cell: String) throws {
    let text = testSession(width: 80).run(cell: cell).text
    #expect(widest(text) <= 80)
    try expectSnapshot(text, name)
  }

  @Test(arguments: cells)
  func at40Columns(name: String, cell: String) throws {
    let text = testSession(width: 40).run(cell: cell).text
    #expect(widest(text) <= 40, "\(text)")
    try expectSnapshot(text, name + "-40")
  }

  @Test(arguments: [
    ("heat-tokens", "heat blocks.0.attn.pattern[1, 0]"),
    ("plot-rows", "plot sqrt(blocks.0.attn.pattern[1, 0])"),
  ])
  func inColour(name: String, cell: String) throws {
    try expectSnapshot(
      testSession(width: 40, colour: .palette256).run(cell: cell).text, name + "-256")
    try expectSnapshot(testSession(width: 40, colour: .full).run(cell: cell).text, name + "-full")
  }

  @Test func aWideMatrixIsCutAndSaysSo() throws {
    let session = testSession(width: 40)
    session.desk.variables["wide"] = Value(
      Tensor(Shape(["row": 2, "column": 200]), TestScope.ramp(400)))
    for command in ["show", "heat"] {
      let text = session.run(cell: "\(command) wide").text
      #expect(widest(text) <= 40)
      try expectSnapshot(text, "\(command)-wide-40")
    }
  }

  @Test(arguments: [
    (
      "heat blocks.0.attn.pattern",
      """
      error: heat draws one or two axes, not [batch 2, head 1, query 3, key 3]
        blocks.0.attn.pattern
        ^^^^^^^^^^^^^^^^^^^^^
      fix the first ones with an index: [0, 0]
      """
    ),
    (
      "hist \"a\"",
      """
      error: a text cannot be calculated with
        "a"
        ^^^
      """
    ),
    (
      "plot embed.weight",
      """
      error: plot draws at most 8 rows, not 1200
        embed.weight
        ^^^^^^^^^^^^
      take some of them: [:8]
      """
    ),
    (
      "names blocks.*.atn",
      """
      error: no name is like 'blocks.*.atn'
      'names' lists all; * is any text, ? one character
      """
    ),
    (
      "stats loss nowhere",
      """
      error: there is no name 'nowhere'
        nowhere
        ^^^^^^^
      'names' lists the names there are
      """
    ),
    (
      "show nowhere",
      """
      error: there is no name 'nowhere'
        nowhere
        ^^^^^^^
      'names' lists the names there are
      """
    ),
  ])
  func mistakes(cell: String, expected: String) {
    let result = testSession().run(cell: cell)
    #expect(result.text == expected)
    #expect(result.status == .badInput)
  }

  @Test(arguments: ["show", "heat", "hist", "stats", "plot"])
  func everyViewHasJSON(command: String) throws {
    let text = testSession().run(cell: "\(command) blocks.0.attn.pattern[1, 0, 0] --json").text
    try expectSnapshot(text, "\(command)-json")
  }

  @Test func wrongOptionsAreExplained() throws {
    let result = testSession().run(cell: "hist loss --bins 0")
    #expect(result.status == .badInput)
    try expectSnapshot(result.text, "hist-wrong-option")
  }
}
