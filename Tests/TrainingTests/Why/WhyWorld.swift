import Inference
import Kernels
import Models
import Support
import Tensors
import Testing
import Training

/// A small model after some steps, the last one traced, that can be asked about every number.
struct WhyWorld: CustomTestStringConvertible {
  let testDescription: String
  let configuration: Configuration
  let adapter: Bool
  /// Whether some positions do not count, as in conversations.
  let masks: Bool

  static let all = [
    WhyWorld(
      testDescription: "GPT-2, tied, dropout", configuration: gpt2(dropout: 0.2), adapter: false,
      masks: false),
    WhyWorld(
      testDescription: "GPT-2, own output table, LoRA, masked",
      configuration: gpt2(dropout: 0, tied: false), adapter: true, masks: true),
    WhyWorld(
      testDescription: "Llama, grouped heads", configuration: llama(dropout: 0), adapter: false,
      masks: true),
    WhyWorld(
      testDescription: "Llama, tied, dropout", configuration: llama(dropout: 0.1, tied: true),
      adapter: false, masks: false),
    WhyWorld(
      testDescription: "Llama, LoRA, dropout", configuration: llama(dropout: 0.1), adapter: true,
      masks: false),
  ]

  private static func gpt2(dropout: Float, tied: Bool = true) -> Configuration {
    var shape = Configuration.gpt2(
      vocabulary: 43, context: 16, layers: 2, heads: 2, width: 20, dropout: dropout)
    shape.tied = tied
    return shape
  }

  private static func llama(dropout: Float, tied: Bool = false) -> Configuration {
    var shape = Configuration.llama(
      vocabulary: 43, context: 16, layers: 2, heads: 4, keyValueHeads: 2, width: 24, hidden: 40)
    shape.tied = tied
    shape.dropout = dropout
    return shape
  }

  private static let random = RandomStream(seed: 3, stream: 77)

  private func batch(_ step: Int) -> TrainingBatch {
    func token(_ element: Int) -> Int32 {
      Int32(Self.random.index(below: 43, step: step, element: element))
    }
    let sequences = (0..<3).map { row in (0..<12).map { token(row * 12 + $0) } }
    let counts = sequences.map { $0.map { !masks || $0 % 3 != 0 } }
    return TrainingBatch(sequences: sequences, counts: counts)
  }

  /// The model after three steps.
  func afterSteps() throws -> Inquiry {
    let plan = Adapter.Plan(rank: 3, alpha: 6, targets: Adapter.Plan.targets(of: configuration))
    var model = SmallWorld.model(configuration)
    if adapter {
      model.adapter = Adapter(
        plan, for: configuration, from: RandomUse.adapter.stream(seed: 7))
    }
    let request = SmallWorld.request(configuration, adapter: adapter ? plan : nil)
    var trainer = Trainer(request, model: model)
    let pool = WorkerPool(threadCount: 2)
    for step in 1...2 { _ = try trainer.step(on: batch(step), pool: pool) }
    let outcome = try trainer.step(on: batch(3), isTraced: true, pool: pool)
    return Inquiry(model: trainer.model, pass: outcome.traced?.trace, step: outcome.traced)
  }

  /// The same, with a prompt read since.
  func afterPrompt() throws -> Inquiry {
    let stepped = try afterSteps()
    let tokens = (0..<9).map { Self.random.index(below: 43, step: 9, element: $0) }
    let pass = try stepped.model.trace(TokenBatch([tokens]), pool: WorkerPool(threadCount: 1))
    return Inquiry(model: stepped.model, pass: pass, step: stepped.step)
  }
}

extension Inquiry {
  /// Every name that can be asked about.
  var names: [String] {
    let passed = pass?.names ?? []
    let trained = model.trainable.names.flatMap { name in
      StepQuantity.allCases.map { name + $0.rawValue }
    }
    let all =
      ["tokens"] + passed + passed.map { $0 + ".grad" } + model.specifications.map(\.name)
      + trained + StepNumber.allCases.map(\.rawValue)
    return all.filter { key(of: $0) != nil }
  }
}
