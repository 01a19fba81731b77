import Foundation
import Kernels
import Models
import Support
import Tensors
import Testing
import Training

/// Training that goes beyond what a float holds stops, names the first tensor that did, and changes
/// nothing.
@Suite struct NonFiniteTests {
  private static let data = Result { try SmallWorld.data(SmallWorld.tokenizer()) }
  private let pool = WorkerPool(threadCount: 2)

  private static func configuration(_ family: String) throws -> Configuration {
    let tokenizer = try SmallWorld.tokenizer()
    return family == "gpt2"
      ? SmallWorld.configuration(tokenizer)
      : .llama(
        vocabulary: tokenizer.vocabularySize, context: 16, layers: 2, heads: 4, keyValueHeads: 2,
        width: 16)
  }

  /// What the first step says after `change`, the start of its text and its end left out.
  private func complaint(
    _ family: String, loss: String = "the loss is nan", after change: (inout Model) -> Void
  ) throws -> Substring {
    let configuration = try Self.configuration(family)
    var model = SmallWorld.model(configuration)
    change(&model)
    var trainer = Trainer(SmallWorld.request(configuration), model: model)
    let batch = try Self.data.get().batch(step: 1, trainer.request)
    let error = #expect(throws: TrainingError.self) { try trainer.step(on: batch, pool: pool) }
    #expect(trainer.model.parameters.fingerprint == model.parameters.fingerprint)
    #expect(trainer.optimizer.update == nil)
    #expect(trainer.completedSteps == 0)
    let text = try #require(error?.description)
    let start = "step 1: \(loss). "
    let end = " No step was made yet, so the fault is in the weights that training began with"
    #expect(text.hasPrefix(start) && text.hasSuffix(end), "\(text)")
    return text.dropFirst(start.count).dropLast(end.count)
  }

  @Test(arguments: ["gpt2", "llama"]) func aWeightIsNamed(family: String) throws {
    let first = try complaint(family) {
      $0.plant(.infinity, "blocks.1.mlp.pre.weight", [3, 17])
    }
    #expect(first == "First not finite: blocks.1.mlp.pre.weight[3, 17] is inf.")
  }

  @Test(arguments: [("gpt2", "embed.weight"), ("llama", "unembed.weight")])
  func aTokensRowIsNamed(family: String, table: String) throws {
    let first = try complaint(family) { $0.plant(-.nan, table, [101, 2]) }
    #expect(first == "First not finite: \(table)[101, 2] is nan.")
  }

  @Test func aFrozenWeightIsNamed() throws {
    let configuration = try Self.configuration("llama")
    let plan = Adapter.Plan(rank: 2, alpha: 4, targets: ["attn.q"])
    let first = try complaint("llama") {
      $0.adapter = Adapter(plan, for: configuration, from: RandomUse.adapter.stream(seed: 7))
      $0.plant(-.infinity, "blocks.0.ln1.weight", [5])
    }
    #expect(first == "First not finite: blocks.0.ln1.weight[5] is -inf.")
  }

  @Test(arguments: [
    (
      "gpt2", "blocks.0.attn.v", "[0, 0, 0, 0] is inf",
      "blocks.0.ln1, blocks.0.attn.v.weight and blocks.0.attn.v.bias"
    ),
    (
      "llama", "blocks.1.mlp.gate", "[0, 0, 0] is -inf",
      "blocks.1.ln2 and blocks.1.mlp.gate.weight"
    ),
  ])
  func anActivationIsNamed(
    family: String, product: String, what: String, sources: String
  ) throws {
    let first = try complaint(family) { $0.fill(product + ".weight", 3e38) }
    #expect(first == "First not finite: \(product)\(what), made by linear from \(sources).")
  }

  /// An operand without a name of its own is told by how it was made.
  @Test func anUnnamedOperandIsSpeltOut() throws {
    let first = try complaint("llama") {
      $0.fill("blocks.0.mlp.gate.weight", 1e20)
      $0.fill("blocks.0.mlp.pre.weight", 1e20)
    }
    #expect(
      first == "First not finite: blocks.0.mlp.post[0, 0, 0] is inf, made by multiply from"
        + " silu(blocks.0.mlp.gate) and blocks.0.mlp.pre.")
  }

  /// Of several operations between two names the first to go wrong is told.
  @Test func anUnnamedCulpritIsTold() throws {
    let configuration = try Self.configuration("gpt2")
    let plan = Adapter.Plan(rank: 2, alpha: 4, targets: ["mlp.out"])
    let first = try complaint("gpt2") {
      var adapter = Adapter(plan, for: configuration, from: RandomUse.adapter.stream(seed: 7))
      let name = "blocks.0.mlp.out.lora_a"
      if let a = adapter.parameters[name] {
        adapter.parameters.set(
          name, to: Tensor(a.shape, [Float](repeating: 3e38, count: a.count)))
      }
      $0.adapter = adapter
      $0.fill("blocks.0.mlp.pre.bias", 100)
    }
    #expect(
      first == "First not finite: blocks.0.mlp.out[0, 0, 0] is nan, made by linear from"
        + " blocks.0.mlp.post and blocks.0.mlp.out.lora_a.")
  }

  /// The loss is finite, the gradient is not: tiny activations times huge weights.
  @Test(arguments: ["gpt2", "llama"]) func aGradientIsNamed(family: String) throws {
    let first = try complaint(family, loss: "the gradient norm is nan") {
      $0.fill("blocks.1.mlp.pre.weight", 1e-37)
      $0.fill("blocks.1.mlp.out.weight", 1e36)
      $0.scale("ln_final.weight", 1e8)
    }
    #expect(
      first == "First not finite: blocks.1.mlp.post.grad[0, 0, 0] is inf, made by the backward of"
        + " linear from blocks.1.mlp.out.grad.")
  }

  @Test func finiteGradientsWithAnInfiniteNorm() throws {
    let first = try complaint("gpt2", loss: "the gradient norm is inf") {
      $0.fill("blocks.1.mlp.pre.weight", 1e-30)
      $0.fill("blocks.1.mlp.out.weight", 1e27)
    }
    #expect(first == "Each gradient is finite, but the sum of their squares is not.")
  }

  @Test(arguments: [
    ("gpt2", "blocks.0.ln1, blocks.0.attn.q.weight and blocks.0.attn.q.bias"),
    ("llama", "blocks.0.ln1 and blocks.0.attn.q.weight"),
  ])
  func aHugeRateIsStopped(family: String, sources: String) throws {
    let configuration = try Self.configuration(family)
    var request = SmallWorld.request(configuration, steps: 50)
    request.schedule = Schedule(peak: 1e20, floor: 1e20, warmup: 0, steps: 50)
    var trainer = Trainer(request, model: SmallWorld.model(configuration))
    let data = try Self.data.get()
    _ = try trainer.step(on: data.batch(step: 1, request), pool: pool)
    let before = trainer.model.parameters.fingerprint
    let error = #expect(throws: TrainingError.self) {
      try trainer.step(on: data.batch(step: 2, request), pool: pool)
    }
    #expect(trainer.model.parameters.fingerprint == before)
    #expect(trainer.completedSteps == 1)
    // Which element is first hangs on the last bits of a step.
    let message = try #require(error?.description)
      .replacing(/\[[0-9, ]+\] is -?inf/, with: "[…] is inf")
    #expect(
      message == "step 2: the loss is nan. First not finite: blocks.0.attn.q[…] is inf, made by"
        + " linear from \(sources). A smaller --lr than 1e+20, a longer --warmup or a smaller"
        + " --clip may help")
  }

  /// What went wrong can be looked into, with the weights that made it.
  @Test func thePassComesWithTheError() throws {
    let configuration = try Self.configuration("llama")
    var model = SmallWorld.model(configuration)
    model.plant(.infinity, "blocks.1.mlp.pre.weight", [3, 17])
    var trainer = Trainer(SmallWorld.request(configuration), model: model)
    let batch = try Self.data.get().batch(step: 1, trainer.request)
    for isTraced in [false, true] {
      let error = #expect(throws: TrainingError.self) {
        try trainer.step(on: batch, isTraced: isTraced, pool: pool)
      }
      let lost = try #require(error?.lostPass)
      #expect(lost.place == "blocks.1.mlp.pre.weight[3, 17]")
      #expect(lost.trace["blocks.1.ln2"]?.values.allSatisfy(\.isFinite) == true)
      #expect(lost.trace["blocks.1.mlp.pre"]?.values.allSatisfy(\.isFinite) == false)
      #expect(lost.trace["probs"]?.shape == lost.trace["logits"]?.shape)
      #expect(lost.trace.gradient(of: "blocks.1.mlp.pre") == nil)
    }
    model.fill("blocks.1.mlp.pre.weight", 1e-30)
    model.fill("blocks.1.mlp.out.weight", 1e27)
    trainer = Trainer(SmallWorld.request(configuration), model: model)
    let error = #expect(throws: TrainingError.self) { try trainer.step(on: batch, pool: pool) }
    let lost = try #require(error?.lostPass)
    #expect(lost.place == nil)
    #expect(lost.trace.gradient(of: "blocks.1.mlp.pre")?.values.allSatisfy(\.isFinite) == true)
    #expect(lost.trace["loss"]?.scalar.isFinite == true)
  }

  @Test func heldOutTextIsWatchedToo() throws {
    let configuration = try Self.configuration("gpt2")
    let request = SmallWorld.request(configuration)
    var model = SmallWorld.model(configuration)
    model.fill("blocks.0.attn.v.weight", 3e38)
    let trainer = Trainer(request, model: model)
    let batches = try Self.data.get().heldOutBatches(request)
    let error = #expect(throws: TrainingError.self) { try trainer.loss(on: batches, pool: pool) }
    #expect(
      error?.description.hasPrefix(
        "step 0: the held-out loss is nan. First not finite: blocks.0.attn.v[0, 0, 0, 0] is")
        == true)
    #expect(error?.lostPass?.place == "blocks.0.attn.v[0, 0, 0, 0]")
    #expect(error?.lostPass?.trace["blocks.0.attn.v"]?[[0, 0, 0, 0]].isFinite == false)
  }

  /// A snapshot with such a weight would be a run that cannot go on.
  @Test func aWeightThatIsNotFiniteIsNotKept() throws {
    let runs = try SmallWorld.folder()
    defer { try? FileManager.default.removeItem(at: runs) }
    let tokenizer = try SmallWorld.tokenizer()
    let data = try Self.data.get()
    let configuration = SmallWorld.configuration(tokenizer)
    var request = SmallWorld.request(configuration, steps: 1)
    request.schedule = Schedule(peak: .greatestFiniteMagnitude, floor: 0, warmup: 1, steps: 1)
    request.weightDecay = 1e3
    var trainer = Trainer(request, model: SmallWorld.model(configuration))
    let recorder = try RunRecorder(
      trainer, data: data, tokenizer: tokenizer, in: runs, replaces: false)
    let batch = data.batch(step: 1, request)
    let outcome = try trainer.step(on: batch, pool: pool)
    let error = #expect(throws: TrainingError.self) {
      try recorder.record(
        outcome, batch: batch, trainer: trainer, heldOutLoss: nil, seconds: 0, isLast: true,
        pool: pool)
    }
    #expect(
      error?.description == "step 1: its update went beyond what a float holds. First not finite:"
        + " embed.weight[0, 0] is inf. A smaller --lr than 3.4028235e+38, a longer --warmup or a"
        + " smaller --clip may help")
    let run = try RecordedRun(recorder.folder)
    #expect(run.steps.isEmpty && recorder.folder.snapshotSteps == [0])
  }
}

extension Model {
  /// Changes one element of a weight.
  fileprivate mutating func plant(_ value: Float, _ name: String, _ index: [Int]) {
    edit(name) { $0[$1.offset(of: index)] = value }
  }

  fileprivate mutating func fill(_ name: String, _ value: Float) {
    edit(name) { values, _ in values = values.map { _ in value } }
  }

  fileprivate mutating func scale(_ name: String, _ factor: Float) {
    edit(name) { values, _ in values = values.map { $0 * factor } }
  }

  private mutating func edit(_ name: String, _ change: (inout [Float], Shape) -> Void) {
    guard let tensor = parameters[name] else { preconditionFailure("no weight \(name)") }
    var values = tensor.values
    change(&values, tensor.shape)
    parameters.set(name, to: Tensor(tensor.shape, values))
  }
}
