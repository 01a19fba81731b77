import Kernels
import Models
import Support
import Tensors
import Testing

/// A two-layer model of each family against PyTorch: logits, loss, activations, every gradient.
@Suite struct FamilyTests {
  static let gpt2 = Configuration.gpt2(vocabulary: 37, context: 16, layers: 2, heads: 4, width: 24)
  static let llama = Configuration.llama(
    vocabulary: 37, context: 16, layers: 2, heads: 4, keyValueHeads: 2, width: 24, hidden: 40)
  static let families = [("gpt2.safetensors", gpt2), ("llama.safetensors", llama)]

  @Test(arguments: families) func agreesWithPyTorch(_ name: String, _ shape: Configuration) throws {
    let fixture = try Fixture.open(name)
    let model = try Model(fixture: fixture, shape)
    let tape = Tape(pool: WorkerPool(threadCount: 2), isRecording: true, keepsNames: true)
    let gradients = GradientBlock(like: model.parameters, in: Arena())
    var transformer = Transformer(model, on: tape, gradients: gradients)
    let logits = transformer.logits(try fixture.batch("tokens"))
    #expect(differences(logits.tensor, try fixture.tensor("logits")) == [])

    let targets = try fixture.integers("targets")
    let weights = [Float](repeating: 1, count: targets.count)
    let loss = tape.apply(.crossEntropy(targets: targets, weights: weights), logits)
    #expect(differences(loss.tensor, try fixture.tensor("loss")) == [])

    for key in fixture.names where key.hasPrefix("act/") {
      let activation = try #require(tape.variable(named: String(key.dropFirst(4))), "\(key)")
      let expected = try fixture.tensor(key)
      let found = activation.tensor.reshaped(expected.shape)
      #expect(differences(found, expected) == [], "\(key)")
    }

    tape.backward(from: loss)
    let gradientBlock = gradients.finish()
    for parameter in model.parameters.names {
      let found = try #require(model.parameters.view(parameter, of: gradientBlock))
      #expect(differences(found, try fixture.tensor("grad/" + parameter)) == [], "\(parameter)")
    }
  }
}
