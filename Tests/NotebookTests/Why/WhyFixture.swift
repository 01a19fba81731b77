import Foundation
import Kernels
import Models
import Support
import Training

@testable import Notebook

/// A session with a small model of each family on its desk, to be asked why.
enum WhyFixture {
  enum Family { case gpt2, llama, adapted }

  /// An untrained model that may make steps and read prompts.
  static func session(_ family: Family = .gpt2, width: Int = 80) throws -> Session {
    let tokenizer = try SmallWorld.tokenizer()
    var configuration = SmallWorld.configuration(tokenizer)
    if family == .llama {
      configuration = .llama(
        vocabulary: tokenizer.vocabularySize, context: 16, layers: 1, heads: 4, keyValueHeads: 2,
        width: 16, hidden: 16)
    }
    var model = SmallWorld.model(configuration)
    if family == .adapted {
      let plan = Adapter.Plan(rank: 2, alpha: 4, targets: ["attn.q", "mlp.pre"])
      model.adapter = Adapter(
        plan, for: configuration, from: RandomUse.adapter.stream(seed: 7))
    }
    let session = testSession(width: width)
    var desk = DeskModel(model, seed: 7, tokenizer: tokenizer)
    desk.data = SmallWorld.data(tokenizer)
    session.put(desk)
    return session
  }
}
