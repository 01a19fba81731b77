import Foundation
import Testing

@testable import Notebook

/// The words that `?word` explains, in the list that comes with the program.
@Suite struct TermTests {
  private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../..").standardizedFileURL
  private let terms: [Term]

  init() throws {
    terms = try TermList(contentsOf: root.appendingPathComponent("data/terms.yaml")).terms
  }

  private func session(_ fixture: LessonFixture) -> Session {
    Session(
      home: Home(root: root), workspace: fixture.workspace, console: fixture.console,
      page: Page(width: 80))
  }

  @Test func eachHasItsPlaceAndItsNames() {
    #expect(terms.count > 50)
    let sorted = terms.map { $0.term.lowercased() }.sorted()
    #expect(terms.map { $0.term.lowercased() } == sorted)
    for term in terms {
      for name in term.names {
        #expect(terms.filter { $0.isCalled(name) }.count == 1, "\(name)")
      }
      #expect((20...320).contains(term.means.count), "\(term.term)")
      #expect(term.means.hasSuffix("."), "\(term.term)")
    }
  }

  @Test func lessonsTeachThem() throws {
    let shelf = LessonShelf(folder: root.appendingPathComponent("lessons"))
    let steps = shelf.lessons.flatMap { lesson in lesson.steps.map { "\(lesson.id)#\($0.id)" } }
    for term in terms {
      if let lesson = term.lesson { #expect(steps.contains(lesson), "\(lesson)") }
    }
  }

  @Test func cellsShowThem() throws {
    let session = session(try LessonFixture())
    for cell in [
      "collect data/tidewick/made/conversations", "tokenizer --vocab 300",
      "train --steps 2 --layers 1 --heads 2 --width 16 --context 64 --batch 2 --overwrite",
    ] {
      let result = session.run(cell: cell)
      #expect(result.status == .done, "\(cell): \(result.text)")
    }
    for cell in Set(terms.compactMap(\.see)).sorted() {
      #expect(session.run(cell: "step").status == .done)
      let result = session.run(cell: cell)
      #expect(result.status == .done, "\(cell): \(result.text)")
    }
  }

  @Test(arguments: ["head", "heads", "Attention Head", "attention-heads"])
  func anyWayOfWritingItWillDo(word: String) throws {
    let text = try session(try LessonFixture()).help(topic: word, on: Page(width: 60))
    #expect(
      text == """
        head  (attention head)
        One of the small attentions that a block runs side by side,
        each on its own part of the width, so that each can look for
        something else.
        see     heat blocks.0.attn.pattern[0, 1]
        lesson  03-training#learnt
        """)
  }

  @Test func aListThatCannotBeReadIsNamed() throws {
    let fixture = try LessonFixture()
    let file = fixture.root.appendingPathComponent("terms.yaml")
    #expect(try TermList(contentsOf: file).terms.isEmpty)
    try Data("terms:\n  - word: head\n".utf8).write(to: file)
    #expect(throws: TermList.Unreadable.self) { try TermList(contentsOf: file) }
  }
}
