import Foundation
import Testing

@testable import Notebook

@Suite struct SaveTests {
  private let fixture: LessonFixture
  private let session: Session

  init() throws {
    fixture = try LessonFixture()
    session = fixture.session()
    session.desk.tensors = TestTensors()
  }

  private func save(_ words: String) -> String {
    session.run(cell: "save \(fixture.root.path)/\(words)").text
      .replacing(fixture.root.path, with: "$PLACE")
  }

  private func data(_ file: String) throws -> Data {
    try Data(contentsOf: fixture.root.appendingPathComponent(file))
  }

  @Test func theLatestPicture() throws {
    #expect(
      save("a.svg")
        == "error: nothing was drawn yet: `heat`, `hist`, `plot` and `losses` draw, or name a tensor"
    )
    _ = session.run(cell: "plot [1, 2] + 0")
    _ = session.run(cell: "1 + 1")
    #expect(save("a.svg") == "written  $PLACE/a.svg: chart of [1, 2] + 0")
    #expect(save("a.png") == "written  $PLACE/a.png: chart of [1, 2] + 0")
    let svg = String(decoding: try data("a.svg"), as: UTF8.self)
    #expect(svg == session.desk.figure?.picture.svg)
    #expect(try data("a.png") == session.desk.figure?.picture.png())
  }

  @Test func anExpressionAsAHeatMap() throws {
    #expect(
      save("b.SVG blocks.0.attn.pattern[1, 0]")
        == "written  $PLACE/b.SVG: heat map of [query 3, key 3]")
    #expect(try data("b.SVG").starts(with: Data("<svg".utf8)))
    #expect(
      save("c.png blocks.0.attn.pattern") == """
        error: heat draws one or two axes, not [batch 2, head 1, query 3, key 3]
          blocks.0.attn.pattern
          ^^^^^^^^^^^^^^^^^^^^^
        fix the first ones with an index: [0, 0]
        """)
  }

  @Test func tensors() throws {
    _ = session.run(cell: "q = [1, 2, 3] + 0")
    #expect(save("q.npy") == "written  $PLACE/q.npy: tensor [item 3]")
    #expect(
      save("blocks.0.attn.q.weight.npy")
        == "written  $PLACE/blocks.0.attn.q.weight.npy: tensor [out 4, in 4]")
    #expect(
      save("x.npy") == "error: there is no tensor 'x' and no latest value; name what to save")
    _ = session.run(cell: "q[:2] * 2")
    #expect(save("x.npy") == "written  $PLACE/x.npy: tensor [item 2]")
    #expect(try data("x.npy").suffix(8).elementsEqual([0, 0, 0, 0x40, 0, 0, 0x80, 0x40]))
    #expect(
      save("y.npy \"text\"") == """
        error: a text cannot be calculated with
          "text"
          ^^^^^^
        """)
  }

  @Test func unknownEndings() {
    let endings = "pictures end in .svg or .png, tensors in .npy, a run's losses in .csv"
    #expect(save("a.npz q") == "error: nothing is saved as .npz; did you mean .npy?\n" + endings)
    #expect(save("a.jpg") == "error: nothing is saved as .jpg\n" + endings)
    #expect(save("a") == "error: '$PLACE/a' has no ending; " + endings)
  }

  @Test func aFolderThatIsMissingIsNotMade() throws {
    #expect(
      save("no/where.npy 1")
        == "error: $PLACE/no/where.npy cannot be written: there is no folder $PLACE/no")
    #expect(!FileManager.default.fileExists(atPath: fixture.root.appendingPathComponent("no").path))
  }

  @Test func aFileThatExistsStays() throws {
    try fixture.write("mine", to: "a.npy")
    #expect(
      save("a.npy 1 + 1")
        == "error: $PLACE/a.npy exists; give another name, or `--force` to write over it")
    #expect(try fixture.read("a.npy") == "mine")
    #expect(save("a.npy 1 + 1 --force") == "written  $PLACE/a.npy: tensor []")
  }

  @Test func namesWithBlanks() throws {
    let printed = session.run(cell: "save \"\(fixture.root.path)/two words.npy\" 1 + 1")
    #expect(printed.status == .done, "\(printed.text)")
    #expect(try data("two words.npy").count == 132)
  }
}
