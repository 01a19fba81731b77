import Foundation
import Models
import Testing

@testable import Notebook

/// Commands that look into a pass, or change one.
@Suite struct InsideTests {
  static let configurations = [ModelFixture.gpt2, ModelFixture.llama]

  private struct Changed: Decodable {
    struct Loss: Decodable { let before, after: Float }
    struct Prediction: Decodable {
      let id: Int
      let before, after: Float
    }
    let numbers: Int
    let loss: Loss
    let predictions: [Prediction]
  }

  private func changed(_ cell: String, in session: Session) throws -> Changed {
    let result = session.run(cell: cell + " --json")
    #expect(result.status == .done, "\(result.text)")
    return try JSONDecoder().decode(Changed.self, from: Data(result.text.utf8))
  }

  @Test(arguments: configurations)
  func aPartReplacedByItselfChangesNothing(_ configuration: Configuration) throws {
    let session = try ModelFixture.session(configuration)
    for part in [
      "blocks.0.attn.pattern[0, 1]", "blocks.1.attn.z[0, :, -1]", "blocks.0.mlp.post[..., ::3]",
      "blocks.1.resid_mid[0, [2, 0, -1]]", "embed", "logits[0, 1:3]",
    ] {
      let outcome = try changed("ablate \(part) --to \"\(part)\"", in: session)
      #expect(outcome.loss.before == outcome.loss.after, "\(part)")
      #expect(outcome.predictions.allSatisfy { $0.before == $0.after }, "\(part)")
    }
  }

  @Test func whatIsReplacedIsWhatWasNamed() throws {
    let session = try ModelFixture.session(ModelFixture.llama)
    // A stream without what the last layer adds is the one before it.
    let part = try changed("ablate blocks.1.mlp.out[0, -1] --top 3", in: session)
    #expect(part.numbers == 24)
    #expect(part.loss.before == part.loss.after, "the last position has no next token")
    let expected = try session.evaluate(
      expression: "softmax(unembed(ln_final(blocks.1.resid_mid)))[0, -1]"
    ).tensorValue().tensor
    #expect(part.predictions.count >= 3)
    for prediction in part.predictions { #expect(prediction.after == expected[prediction.id]) }
  }

  @Test func theMeanIsThatOfTextsAndPositions() throws {
    let session = try ModelFixture.session(ModelFixture.gpt2)
    let mean = "mean(blocks.0.attn.z[0, 1], axis: 0)"
    let named = try changed("ablate blocks.0.attn.z[0, 1] --to mean", in: session)
    let byHand = try changed("ablate blocks.0.attn.z[0, 1] --to \"\(mean)\"", in: session)
    #expect(abs(named.loss.after - byHand.loss.after) < 1e-6)
    #expect(named.loss.after != named.loss.before)
  }

  @Test func aPatchFromTheSameTextChangesNothingAndFromAnotherItDoes() throws {
    let session = try ModelFixture.session(ModelFixture.llama)
    let own = try changed("patch blocks.0.attn.out --from \"\(ModelFixture.text)\"", in: session)
    #expect(own.loss.before == own.loss.after)
    let other = try changed(
      "patch blocks.1.resid_post[0, -1] --from \"all night\" --top 4", in: session)
    _ = session.run(cell: "probs(\"all night\")[0, -1]")
    for prediction in other.predictions {
      #expect(prediction.before != prediction.after)
      let expected = try session.evaluate(expression: "_[\(prediction.id)]").tensorValue()
      #expect(expected.tensor.scalar == prediction.after)
    }
  }

  @Test func thePassOnTheDeskStaysAsItWas() throws {
    let session = try ModelFixture.session(ModelFixture.gpt2)
    let before = session.desk.model?.trace?["logits"]?.fingerprint
    _ = session.run(cell: "ablate blocks.0.mlp.out")
    _ = session.run(cell: "patch embed[0, 0] --from \"night\"")
    _ = session.run(cell: "flow")
    #expect(session.desk.model?.trace?["logits"]?.fingerprint == before)
  }

  @Test func theLensShowsTheModelsPredictionLast() throws {
    struct Lens: Decodable {
      struct Guess: Decodable {
        let id: Int
        let probability: Float
      }
      struct Layer: Decodable {
        let name: String
        let guesses: [[Guess]]
      }
      let layers: [Layer]
    }
    let session = try ModelFixture.session(ModelFixture.llama)
    let text = session.run(cell: "lens --json").text
    let lens = try JSONDecoder().decode(Lens.self, from: Data(text.utf8))
    #expect(lens.layers.map(\.name) == ["embed", "blocks.0", "blocks.1"])
    for (position, guesses) in (lens.layers.last?.guesses ?? []).enumerated() {
      let row = try session.evaluate(expression: "probs[0, \(position)]").tensorValue().tensor
      let best = try #require(guesses.first)
      #expect(row.values.max() == best.probability)
      #expect(row.values.firstIndex(of: best.probability) == best.id)
    }
  }

  @Test func flowHoldsEveryStep() throws {
    let session = try ModelFixture.session(ModelFixture.llama)
    let text = session.run(cell: "flow --json").text
    for name in session.desk.model?.trace?.names ?? [] {
      #expect(text.contains("\"name\" : \"\(name)\""), "\(name)")
    }
  }

  @Test(arguments: ["lens", "lens --position 2", "attention 1", "flow", "ablate embed[0, 0]"])
  func noLineIsWiderThanThePage(cell: String) throws {
    let session = try ModelFixture.session(ModelFixture.llama)
    _ = session.run(cell: "forward \"the 渡し ferry e\u{301} 👩 leaves\"")
    for width in [30, 40, 80, 200] {
      for colour in [Page.Colour.none, .palette256, .full] {
        session.page = Page(width: width, colour: colour)
        let result = session.run(cell: cell)
        #expect(result.status == .done)
        #expect(widest(result.text) <= width, "\(cell) at \(width):\n\(result.text)")
      }
    }
  }
}
