import Kernels
import Testing
import Training

@testable import Notebook

/// An expression over steps has the values of the steps, and asks for no more than it needs.
@Suite struct StepExpressionTests {
  /// A number has one name: in a step that is looked into and in expressions over all steps.
  @Test func numbersOfAStepHaveTheNamesOfTheRecord() {
    for number in StepNumber.allCases { #expect(RecordName(rawValue: number.rawValue) != nil) }
  }

  @Test(arguments: [
    ("loss < 2 and step > 3", StepNeed.record), ("norm([rate, gradient_norm])", .record),
    ("held_out_loss", .record), ("mine + 1", .record), ("encode(\"noon\")", .record),
    ("norm(embed.weight)", .weights), ("predict(\"the ferry\") == \" leaves\"", .weights),
    ("probs(\"the\")[0, -1, 5]", .weights), ("embed.weight[int_name, 0]", .step),
    ("norm(embed.weight.grad)", .step), ("mean(blocks.0.attn.pattern)", .step),
    ("embed.weight.adam.v[0, 0] > loss", .step),
  ])
  func onlyWhatItNeeds(source: String, need: StepNeed) throws {
    let fixture = try TravelFixture(["ferry": 1])
    fixture.run("mine = 2")
    let expression = try StepExpression(source, of: fixture.recorded(), in: fixture.session)
    #expect(expression.need == need)
  }

  @Test func valuesAreThoseOfTheStep() throws {
    let fixture = try TravelFixture()
    let session = fixture.session
    let path = try RunPath(fixture.recorded(), in: session)
    for source in [
      "norm(blocks.0.mlp.out.weight.update)", "norm(embed.weight)", "loss",
      "probs(\"The\")[0, -1, 7]",
    ] {
      let expression = try StepExpression(source, of: path.run, in: session)
      for step in [1, 6, 12] {
        let number = try path.stand(at: step, expression.need, in: session) {
          try expression.number(at: step, of: path.run, in: session)
        }
        fixture.run("travel ferry --at \(step)")
        let shown = try session.evaluate(expression: source).tensorValue().tensor.scalar
        #expect(Float(number) == shown, "\(source) at \(step)")
      }
    }
  }

  @Test func weightsAndTheRecordTogetherBeginWithTheFirstStep() throws {
    let fixture = try TravelFixture()
    let found = fixture.run("bisect norm(embed.weight) > 0 and loss < 100 --run ferry")
    #expect(
      found.hasPrefix("norm(embed.weight) > 0 and loss < 100 holds at every step"), "\(found)")
    let refused = fixture.run("track norm(embed.weight) / gradient_norm --run ferry --from 0")
    #expect(refused.contains("ferry, steps 0 to 12"), "\(refused)")
  }

  @Test func curvesOfStepsAreDrawn() throws {
    let fixture = try TravelFixture(["ferry": 12, "other": 6])
    for cell in ["track rate --run ferry", "diff ferry other", "fork --run ferry --at 3"] {
      fixture.session.desk.figure = nil
      fixture.run(cell)
      guard case .curves? = fixture.session.desk.figure else {
        Issue.record("\(cell) drew nothing")
        continue
      }
    }
  }

  @Test func theDeskStaysAsItIs() throws {
    let fixture = try TravelFixture()
    fixture.run("travel ferry --at 5", "predict The ferry", "x = loss")
    let before = try fixture.session.evaluate(expression: "logits").tensorValue()
    fixture.run("track norm(embed.weight.grad) --to 3")
    fixture.run("bisect loss < 4")
    let after = try fixture.session.evaluate(expression: "logits").tensorValue()
    #expect(before.tensor.fingerprint == after.tensor.fingerprint)
    #expect(fixture.session.place == "ferry @ 5")
  }

  @Test func whenGoesToTheFirstStep() throws {
    let fixture = try TravelFixture()
    let losses = try fixture.recorded().steps.map(\.loss)
    let first = try #require(losses.firstIndex { $0 < 5.5 }) + 1
    #expect(
      fixture.run("when loss < 5.5 --run ferry").hasPrefix(
        "loss < 5.5 first holds at step \(first)\n"))
    #expect(fixture.session.place == "ferry @ \(first)")
    fixture.run("when step >= 3 and norm(embed.weight.grad) > 0")
    #expect(fixture.session.place == "ferry @ 3")
    fixture.run("when loss > 0 --from 8")
    #expect(fixture.session.place == "ferry @ 8")
    let result = fixture.session.enter(line: "when loss < 0")
    #expect(result.status == .checkFailed)
    #expect(
      result.text == "loss < 0 holds at none of the 12 steps of run 'ferry' that were looked at")
    #expect(fixture.session.place == "ferry @ 8")
    let json = fixture.session.enter(line: "when loss < 0 --json")
    #expect(json.status == .checkFailed)
    #expect(json.text.contains("\"place\" : null"))
  }

  @Test func heldOutLossIsTrackedWhereItWasMeasured() throws {
    let fixture = try TravelFixture()
    let measured = try fixture.recorded().steps.filter { $0.heldOutLoss != nil }.map(\.step)
    let path = try RunPath(fixture.recorded(), in: fixture.session)
    let expression = try StepExpression("held_out_loss", of: path.run, in: fixture.session)
    #expect(expression.steps(0...12, of: path.run) == measured)
    #expect(measured == [1, 5, 10, 12])
  }
}
