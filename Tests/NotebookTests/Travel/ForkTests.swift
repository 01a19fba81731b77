import Foundation
import Kernels
import Testing
import Training

@testable import Notebook

/// A fork is a run of its own, and differs from the one it left in what was changed alone.
@Suite struct ForkTests {
  @Test func withNothingChangedItRepeatsTheRun() throws {
    let fixture = try TravelFixture()
    let shown = fixture.run("fork --run ferry --at 7 --name same")
    #expect(shown.contains("forked   ferry after step 7\nchanged  nothing"))
    let (ferry, same) = (try fixture.recorded(), try fixture.recorded("same"))
    #expect(same.start == 7)
    #expect(same.lastStep == 12)
    #expect(same.request.origin?.run == "ferry")
    #expect(same.request.origin?.weights == ferry.steps[6].weights)
    for step in 8...12 {
      let (one, other) = (try #require(ferry.record(of: step)), same.record(of: step))
      #expect(other?.weights == one.weights)
      #expect(other?.batch == one.batch)
      #expect(other?.rate == one.rate)
    }
    #expect(same.record(of: 7) == nil)
    #expect(fixture.run("diff ferry same").contains("the same bits in all 5 steps"))
    #expect(fixture.run("replay same").contains("same, steps 8 to 12"))
  }

  @Test func anotherRateIsSeenAtTheFirstStep() throws {
    let fixture = try TravelFixture()
    fixture.run("travel ferry --at 5", "fork --lr 0.1 --name hot")
    let hot = try fixture.recorded("hot")
    #expect(hot.request.schedule.peak == 0.1)
    #expect(hot.record(of: 6)?.loss == (try fixture.recorded().record(of: 6)?.loss))
    let shown = fixture.run("diff ferry hot")
    #expect(shown.contains("they differ from step 6 on, the first that both have"))
    #expect(shown.contains("first tensor that differs: embed.weight.update"))
  }

  @Test func aWeightIsSetToWhatAnExpressionGives() throws {
    let fixture = try TravelFixture(["ferry": 6])
    fixture.run(
      "fork --run ferry --at 5 --name set --set \"embed.weight[3, 5] = max(embed.weight)\"")
    let edits = try #require(try fixture.recorded("set").request.origin).edits
    let top = try RunPath(fixture.recorded(), in: fixture.session)
      .trainer(after: 5, in: fixture.session).model.parameters["embed.weight"]
    let most = try #require(top?.values.max())
    #expect(edits == ["embed.weight[3, 5] = \(NumberFormat.exact(most))"])
    let refused = fixture.run(
      "fork --run ferry --at 5 --name no --set \"embed.weight[3, 5] = 1e39\"")
    #expect(refused.contains("a weight is finite, not inf"))
  }

  @Test func stepsKeepTheirNumbersInFilesAndAtTheDesk() throws {
    let fixture = try TravelFixture()
    fixture.run("fork --run ferry --at 5 --name hot --steps 9", "travel hot")
    let step = fixture.run("step --json")
    #expect(step.contains("\"step\" : 10"), "\(step)")
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    fixture.run("save \(file.path) hot")
    let lines = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
    #expect(lines.dropFirst().map { $0.prefix { $0 != "," } } == ["6", "7", "8", "9"])
  }

  @Test func aForkIsWalkedInUnderTheNumbersOfBoth() throws {
    let fixture = try TravelFixture()
    fixture.run("fork --run ferry --at 5 --name hot --lr 0.1 --steps 15", "travel hot")
    #expect(fixture.session.place == "hot @ 15")
    fixture.run("first")
    #expect(fixture.session.place == "hot @ 6")
    #expect(fixture.run("back").contains("as ferry was after step 5"))
    #expect(
      fixture.run("goto 4")
        == "error: run 'hot' has steps 6 to 15, not 4; up to 5 it is run 'ferry', which `travel ferry`"
        + " enters")
    let number = try fixture.session.evaluate(expression: "norm(embed.weight)")
    fixture.run("travel ferry --at 5")
    let left = try fixture.session.evaluate(expression: "norm(embed.weight)")
    #expect(try number.tensorValue().tensor.scalar == left.tensorValue().tensor.scalar)
  }

  @Test func aForkOfAForkReplays() throws {
    let fixture = try TravelFixture()
    fixture.run("fork --run ferry --at 4 --name one --seed 9")
    fixture.run("fork --run one --at 8 --name two --set 'embed.weight[3, 5] = 0.5' --batch 3")
    let two = try fixture.recorded("two")
    #expect(two.start == 8)
    #expect(two.request.origin?.edits == ["embed.weight[3, 5] = 0.5"])
    #expect(fixture.run("replay two").contains("proven    4 of 4 steps"))
    fixture.run("travel two --at 8")
    let weight = try fixture.session.evaluate(expression: "embed.weight[3, 5]")
    #expect(try weight.tensorValue().tensor.scalar == 0.5)
  }

  @Test(arguments: [
    ("--at 12", "run 'ferry' ends with step 12, so nothing is left after step 12"),
    ("--at 99", "run 'ferry' has steps 1 to 12, not 99"),
    ("--at 3 --name ferry", "a fork cannot take the name of the run that it leaves"),
    ("--at 3 --objective answers", "--objective answers needs other --data to learn from"),
    ("--at 3 --set 'embed.wieght[3, 5] = 1'", "did you mean 'embed.weight'?"),
    ("--at 3 --set 'embed.weight[3] = 1'", "embed.weight has the axes"),
    ("--at 3 --set 'embed.weight[3, 5]'", "this sets no weight"),
    ("", "say after which step to leave run 'ferry', with --at"),
  ])
  func whatCannotBeForkedIsSaid(options: String, error: String) throws {
    let fixture = try TravelFixture()
    let result = fixture.session.enter(line: "fork --run ferry " + options)
    #expect(result.status == .badInput)
    #expect(result.text.contains(error), "\(result.text)")
    #expect(fixture.session.runNames == ["ferry"])
  }
}
