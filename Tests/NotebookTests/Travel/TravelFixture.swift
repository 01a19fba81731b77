import Foundation
import Text
import Training

@testable import Notebook

/// A session in a folder of its own with small recorded runs, each of so many steps.
struct TravelFixture {
  let lessons: LessonFixture
  let session: Session

  init(_ runs: [String: Int] = ["ferry": 12], lessons: [String: String] = [:]) throws {
    self.lessons = try LessonFixture(lessons)
    session = self.lessons.session()
    collect([String(repeating: "The ferry leaves at noon. The bell rings twice. ", count: 9)])
    _ = session.run(cell: "tokenizer --vocab 272")
    for (name, steps) in runs.sorted(by: { $0.key < $1.key }) { train(name, steps: steps) }
  }

  /// Lays documents on the desk, all to learn from and to be judged by.
  func collect(_ texts: [String]) {
    let documents = texts.enumerated().map {
      Document(id: "\($0.offset)", source: "harbour", kind: .book, text: $0.element)
    }
    let sides = SplitStage.Sides(training: documents, heldOut: documents)
    session.desk.collection = DeskCollection(
      source: "harbour", documents: documents, sides: sides)
  }

  /// Records one more run.
  func train(_ name: String, steps: Int, _ more: String = "--lr 0.01") {
    _ = session.run(
      cell: "train --name \(name) --steps \(steps) --batch 2 --layers 1 --heads 2 --width 8"
        + " --hidden 16 --context 16 --snapshot 4 --evaluate 5 " + more)
  }

  /// What the last of some cells prints.
  @discardableResult func run(_ cells: String...) -> String {
    cells.reduce("") { session.enter(line: $1).text }
  }

  func recorded(_ name: String = "ferry") throws -> RecordedRun {
    try session.recordedRun(name)
  }
}
