import Foundation
import Kernels
import Testing

@testable import Notebook

/// Models and runs of a lesson: put back with the desk, read from the record, and safe from learners.
@Suite struct LessonDeskTests {
  private static let text = """
    The ferry leaves the harbour at noon and comes back before the evening bell. Most mornings the
    keeper of the lighthouse walks down to the quay with a basket of bread, and waits for the post.
    When the wind turns to the north the crossing takes an hour longer, so the people on the island
    keep an eye on the flag above the office. A child once asked why the boat has two names; nobody
    knew, and the captain only laughed. In winter there are fewer passengers, and the deck is full.
    """

  /// A lesson that trains a very small model on a text of the fixture.
  private static func fixture() throws -> LessonFixture {
    let fixture = try LessonFixture()
    try fixture.write(text, to: "data/ferry.txt")
    let shape = "--layers 1 --heads 1 --width 8 --context 16 --batch 2 --vocab 260"
    let body = """
      ## Train {#train}

      ```glassbox
      > train --data \(fixture.root.path)/data/ferry.txt --name ferry --steps 4 \(shape) --overwrite
      ```

      ## Look {#look}

      ```glassbox
      > replay ferry --to 3
      > w = blocks.0.attn.q.weight
      ```

      ## Again {#again}

      ```glassbox
      > same(w, blocks.0.attn.q.weight)
      true
      > loss
      ```
      """
    try fixture.write(lessonText("01-train", body), to: "lessons/01-train.md")
    return fixture
  }

  private func weights(_ session: Session) -> Fingerprint? {
    session.desk.model?.model.parameters.fingerprint
  }

  @Test func cellsOfOnesOwnNeverChangeTheNextStep() throws {
    let fixture = try Self.fixture()
    let session = fixture.session()
    _ = fixture.show("open 01", "", "", "", in: session)
    let before = try #require(weights(session))
    let loss = fixture.show("loss", in: session)
    _ = fixture.show("step", "step 2", "forward \"noon\"", "w = 1", "model --new", in: session)
    #expect(weights(session) != before)
    #expect(fixture.show("", in: session).hasSuffix("same(w, blocks.0.attn.q.weight)\ntrue"))
    #expect(weights(session) == before)
    _ = fixture.show("step", in: session)
    #expect(fixture.show("", in: session).contains("In [5]: loss\n" + loss))
    _ = fixture.show("step", "back", in: session)
    #expect(weights(session) == before)
    #expect(fixture.show("loss", in: session) == loss)
  }

  @Test func runsOfTheLessonCannotBeReplacedButOthersCanBeMade() throws {
    let fixture = try Self.fixture()
    let session = fixture.session()
    _ = fixture.show("open 01", "", in: session)
    let training =
      "train --data \(fixture.root.path)/data/ferry.txt --steps 1 --layers 1 --heads 1"
      + " --width 8 --context 16 --batch 2 --vocab 260"
    #expect(
      fixture.show(training + " --name ferry --overwrite", in: session)
        == "error: the lesson 01-train uses the run 'ferry'; give yours another --name")
    #expect(session.enter(line: training + " --name mine").status == .done)
    #expect(session.latestRun == "mine")
    #expect(fixture.show("", in: session).contains("In [2]: replay ferry --to 3\nreplayed  ferry"))
  }

  @Test func aNewProcessReadsTheRunInsteadOfTrainingAgain() throws {
    let fixture = try Self.fixture()
    let session = fixture.session()
    _ = fixture.show("open 01", "", "", "", "", in: session)
    let run = fixture.workspace.runs.appendingPathComponent("ferry/run.json").path
    let made = try FileManager.default.attributesOfItem(atPath: run)[.systemFileNumber] as? Int
    let next = fixture.session()
    let shown = fixture.show("open 01", in: next)
    #expect(shown.contains("In [4]: same(w, blocks.0.attn.q.weight)\ntrue"))
    #expect(weights(next) == weights(session))
    let kept = try FileManager.default.attributesOfItem(atPath: run)[.systemFileNumber] as? Int
    #expect(kept == made)
    // A run that is not what the cell asks for is made anew.
    try fixture.write(
      fixture.read("lessons/01-train.md").replacing("--steps 4", with: "--steps 5"),
      to: "lessons/01-train.md")
    _ = fixture.show("open 01", in: fixture.session())
    let new = try FileManager.default.attributesOfItem(atPath: run)[.systemFileNumber] as? Int
    #expect(new != made)
  }

  @Test func aLessonsCellFindsNoRunOfTheLearners() throws {
    let fixture = try Self.fixture()
    try fixture.write(
      lessonText("02-b", "## A {#a}\n\n```glassbox\n> generate \"noon\" --tokens 1\n```"),
      to: "lessons/02-b.md")
    let session = fixture.session()
    #expect(fixture.show("run 01", in: session).contains("weights  fingerprint"))
    #expect(session.latestRun == "ferry")
    #expect(
      fixture.show("open 02", "", in: session).contains(
        "error: there is no model yet: `model` makes a new one, `train` trains one"))
  }
}
