import Kernels
import Testing
import Training

@testable import Notebook

/// A run is a place to walk in, and every name answers there as it did then.
@Suite struct TravelTests {
  @Test func thePromptShowsThePlace() throws {
    let fixture = try TravelFixture()
    let session = fixture.session
    #expect(!session.prompt.contains("ferry"))
    fixture.run("travel ferry --at 7")
    #expect(session.prompt == "ferry @ 7  In [\(session.cellNumber)]: ")
    #expect(session.continuationPrompt.count == session.prompt.count)
    fixture.run("step 2")
    #expect(session.place == "ferry @ 7 + 2")
    fixture.run("goto 3")
    #expect(session.place == "ferry @ 3")
    fixture.run("leave")
    #expect(session.place == nil)
    #expect(session.desk.model?.trainedSteps == 12)
  }

  @Test func movesGoWhereTheySay() throws {
    let fixture = try TravelFixture()
    let moves = [
      ("travel ferry", 12), ("first", 1), ("forward", 2), ("forward 4", 6), ("back", 5),
      ("back 3", 2), ("last", 12), ("goto 9", 9), ("back 100", 0), ("forward 100", 12),
    ]
    for (move, step) in moves {
      fixture.run(move)
      #expect(fixture.session.place == "ferry @ \(step)", "\(move)")
    }
    let number = fixture.session.cellNumber
    fixture.run("goto 4", "back")
    #expect(fixture.session.cellNumber == number + 2, "a move in a run is a cell like any other")
  }

  @Test(arguments: [
    ("goto 13", "error: run 'ferry' has steps 1 to 12, not 13; 0 is before the first"),
    ("goto -1", "error: run 'ferry' has steps 1 to 12, not -1; 0 is before the first"),
    ("goto noon", "error: 'noon' is no step of run 'ferry'; give its number"),
    ("forward", "error: step 12 is the last of run 'ferry'"),
    ("forward 0", "error: forward 0: go on by at least 1 step"),
    ("forward -2", "error: forward -2: go on by at least 1 step"),
    ("travel fery", "error: there is no run 'fery'; there are ferry"),
  ])
  func aMoveThatCannotBeMadeLeavesThePlace(move: String, error: String) throws {
    let fixture = try TravelFixture()
    fixture.run("travel ferry")
    #expect(fixture.run(move) == error)
    #expect(fixture.session.place == "ferry @ 12")
  }

  @Test func aNegativeNumberIsNoOption() throws {
    let fixture = try TravelFixture()
    fixture.run("travel ferry")
    #expect(fixture.run("back -1").hasPrefix("error: back -1: go back at least 1 step"))
    #expect(fixture.run("goto -1 --json").hasPrefix("error: run 'ferry' has steps 1 to 12, not -1"))
    #expect(fixture.run("encode -1 2 --json").contains("\"-1 2\""))
    #expect(fixture.run("back -x").hasPrefix("error: Unknown option '-x'"))
  }

  @Test(arguments: ["first", "last", "worst", "leave", "travel", "when loss < 1", "track loss"])
  func withoutARunTheErrorNamesThose(move: String) throws {
    let fixture = try TravelFixture([:])
    fixture.train("a", steps: 2)
    fixture.train("b", steps: 2)
    fixture.session.desk.model = nil
    #expect(fixture.run(move) == "error: no run is travelled; `travel RUN` enters one: a, b")
  }

  @Test func everyNameAnswersAsInTheStepItself() throws {
    let fixture = try TravelFixture()
    fixture.run("travel ferry --at 7")
    let session = fixture.session
    var replay = try Replay(try fixture.recorded(), from: 4)
    let pool = WorkerPool(threadCount: 1)
    while replay.trainer.completedSteps < 6 { _ = try replay.step(pool: pool) }
    let (outcome, _, _) = try replay.step(isTraced: true, pool: pool)
    let step = try #require(outcome.traced)
    let name = "blocks.0.attn.q.weight"
    for quantity in [StepQuantity.gradient, .update, .firstMoment, .secondMoment] {
      let shown = try session.evaluate(expression: name + quantity.rawValue).tensorValue()
      #expect(shown.tensor.fingerprint == step.tensor(quantity, of: name)?.fingerprint)
    }
    for activation in ["logits", "blocks.0.attn.pattern"] {
      let shown = try session.evaluate(expression: activation).tensorValue()
      #expect(shown.tensor.fingerprint == step.trace[activation]?.fingerprint)
    }
    #expect(fixture.run("why \(name).update[0, 1]").contains("β₁^7"))
    #expect(fixture.run("why tokens[0, 0]").contains("id of the token"))
  }

  @Test func theLargestRiseIsTheWorstStep() throws {
    let fixture = try TravelFixture()
    let losses = try fixture.recorded().steps.map(\.loss)
    fixture.run("travel ferry", "worst")
    let worst = try #require(fixture.session.desk.model?.travel?.step)
    let rise = losses[worst - 1] - losses[worst - 2]
    #expect(zip(losses.dropFirst(), losses).allSatisfy { $0 - $1 <= rise })
  }

  @Test func inALessonNumbersMoveInTheRunAndIdsInTheLesson() throws {
    let fixture = try TravelFixture(lessons: ["01-count": lessonText("01-count", countingBody)])
    fixture.run("open 01", "", "travel ferry", "goto 2")
    #expect(fixture.session.place == "ferry @ 2")
    fixture.run("back")
    #expect(fixture.session.place == "ferry @ 1")
    #expect(fixture.run("goto one").contains("A variable holds a number."))
    #expect(fixture.session.place == nil, "the desk is the one that the lesson's step begins with")
    #expect(fixture.run("goto 2").contains("What is ten times"))
    #expect(fixture.run("back 2").hasPrefix("error: no run is travelled"))
    #expect(fixture.run("back").contains("A variable holds a number."))
  }

  @Test func aLessonsOwnCellsNeverMoveInTheLesson() throws {
    let body = """
      ## Walk {#walk}

      ```glassbox
      > travel ferry --at 3
      > back
      > goto 5
      > leave
      > goto 1
      error: no run is travelled; `travel RUN` enters one: ferry
      ```
      """
    let fixture = try TravelFixture(lessons: ["01-walk": lessonText("01-walk", body)])
    fixture.run("open 01")
    fixture.run("", "", "")
    #expect(fixture.session.place == "ferry @ 5")
  }
}
