import Text

@testable import Notebook

extension LessonFixture {
  /// A session whose desk has a document to learn from and one held out. Its merges are u+g, h+ug,
  /// p+ug, ·+hug, ·+pug, and then no pair occurs twice.
  func harbourSession(page: Page = .transcript) -> Session {
    func document(_ id: String, _ text: String) -> Document {
      Document(id: id, source: "harbour", kind: .book, text: text)
    }
    let sides = SplitStage.Sides(
      training: [document("a", "hug hug hug pug pug bun")],
      heldOut: [document("b", "hug a pug bug")])
    let session = session(page: page)
    session.desk.collection = DeskCollection(
      source: "harbour", documents: sides.training + sides.heldOut, sides: sides)
    return session
  }
}
