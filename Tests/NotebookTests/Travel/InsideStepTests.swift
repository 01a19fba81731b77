import Foundation
import Testing

@testable import Notebook

/// What looks into the pass of a travelled step sees the pass as it was, with the weights before the step.
@Suite struct InsideStepTests {
  @Test func aPartReplacedByItselfChangesNothing() throws {
    let fixture = try TravelFixture()
    let text = fixture.run(
      "travel ferry --at 5", "ablate blocks.0.attn.z[0, 1] --to blocks.0.attn.z[0, 1]")
    #expect(text.contains("after: unchanged"), "\(text)")
  }

  @Test func theLensEndsInTheStepsProbabilities() throws {
    struct Lens: Decodable {
      struct Guess: Decodable { let probability: Float }
      struct Layer: Decodable { let guesses: [[Guess]] }
      let layers: [Layer]
    }
    let fixture = try TravelFixture()
    let text = fixture.run("travel ferry --at 5", "lens --json")
    let last = try #require(try JSONDecoder().decode(Lens.self, from: Data(text.utf8)).layers.last)
    #expect(last.guesses.count == 16)
    for (position, guesses) in last.guesses.enumerated() {
      let row = try fixture.session.evaluate(expression: "max(probs[0, \(position)])")
      #expect(try row.tensorValue().tensor.scalar == guesses.first?.probability)
    }
  }

  @Test func aPromptsPassSaysWhatItHides() throws {
    let fixture = try TravelFixture()
    fixture.run("travel ferry --at 5", "predict \"The bell\"")
    for cell in ["loss", "why loss", "logits.grad + 0"] {
      let result = fixture.session.enter(line: cell)
      #expect(result.status == .badInput)
      #expect(result.text.contains("`goto 5` brings it back"), "\(result.text)")
    }
    let text = fixture.run("why blocks.0.attn.q.weight.grad[3, 5]")
    #expect(text.contains("blocks.0.attn.q.weight.grad[3, 5] = "), "\(text)")
    #expect(text.contains("x = blocks.0.ln1[batch, position, 3] of the step"), "\(text)")
    #expect(!text.contains("weight.grad[3, 5] of the step"))
    fixture.run("goto 5")
    #expect(fixture.session.enter(line: "loss").status == .done)
    fixture.run("step", "predict \"The bell\"")
    #expect(fixture.session.enter(line: "loss").text.contains("`step` makes the next one"))
  }

  @Test func aWeightSetByHandSaysSo() throws {
    let fixture = try TravelFixture()
    fixture.run("fork --run ferry --at 5 --set 'embed.weight[3, -1] = 0' --name zeroed --steps 7")
    let place = fixture.run("travel zeroed --at 5")
    #expect(place.contains("set by hand    embed.weight[3, 7] = 0"), "\(place)")
    let why = fixture.run("why embed.weight[3, 7]")
    #expect(why.contains("it was set by hand, embed.weight[3, 7] = 0"), "\(why)")
    #expect(!fixture.run("why embed.weight[3, 6]").contains("by hand"))
  }
}
