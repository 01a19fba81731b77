import Kernels
import Models
import Support
import Tensors
import Testing
import Training

@Suite struct TrainerTests {
  private static let families = [
    (
      "gpt2.safetensors",
      Configuration.gpt2(vocabulary: 37, context: 16, layers: 2, heads: 4, width: 24)
    ),
    (
      "llama.safetensors",
      Configuration.llama(
        vocabulary: 37, context: 16, layers: 2, heads: 4, keyValueHeads: 2, width: 24, hidden: 40)
    ),
  ]

  @Test(arguments: families) func tenLossesAgreeWithPyTorch(
    _ name: String, _ configuration: Configuration
  ) throws {
    let fixture = try Fixture.open(name)
    var request = SmallWorld.request(configuration, steps: 10)
    request.schedule = Schedule(peak: 1e-2, floor: 1e-2, warmup: 0, steps: 10)
    var trainer = Trainer(request, model: try Model(fixture: fixture, configuration))
    let losses = try fixture.floats("losses")
    let norms = try fixture.floats("train/grad_norms")
    let tokens = try fixture.integers("train/tokens")
    let targets = try fixture.integers("train/targets")
    let pool = WorkerPool(threadCount: 2)
    for step in 0..<10 {
      let range = step * 22..<(step + 1) * 22
      let rows = stride(from: range.lowerBound, to: range.upperBound, by: 11).map {
        tokens[$0..<$0 + 11].map(Int.init)
      }
      let batch = TrainingBatch(
        tokens: TokenBatch(rows), targets: Array(targets[range]),
        weights: [Float](repeating: 1, count: 22))
      let outcome = try trainer.step(on: batch, pool: pool)
      #expect((outcome.loss - losses[step]).magnitude <= 1e-4 * losses[step] + 1e-5)
      #expect((outcome.gradientNorm - norms[step]).magnitude <= 1e-3 * norms[step])
    }
  }

  @Test func threadsAndTracingNeverChangeABit() throws {
    let tokenizer = try SmallWorld.tokenizer()
    let data = SmallWorld.data(tokenizer)
    let configuration = SmallWorld.configuration(tokenizer, dropout: 0.1)
    let request = SmallWorld.request(configuration)
    func fingerprint(threads: Int, isTraced: Bool) throws -> Fingerprint {
      let pool = WorkerPool(threadCount: threads)
      var trainer = Trainer(request, model: SmallWorld.model(configuration))
      for step in 1...request.steps {
        _ = try trainer.step(
          on: data.batch(step: step, request), isTraced: isTraced, pool: pool)
      }
      return trainer.model.parameters.fingerprint
    }
    let expected = try fingerprint(threads: 1, isTraced: false)
    for threads in [1, 2, 3] {
      #expect(try fingerprint(threads: threads, isTraced: false) == expected)
    }
    #expect(try fingerprint(threads: 2, isTraced: true) == expected)
    #expect(SmallWorld.model(configuration).parameters.fingerprint != expected)
  }

  @Test func updateIsWhatTheStepAdded() throws {
    let tokenizer = try SmallWorld.tokenizer()
    let configuration = SmallWorld.configuration(tokenizer)
    let request = SmallWorld.request(configuration)
    var trainer = Trainer(request, model: SmallWorld.model(configuration))
    let before = trainer.model.parameters
    let outcome = try trainer.step(
      on: SmallWorld.data(tokenizer).batch(step: 1, request), isTraced: true,
      pool: WorkerPool(threadCount: 2))
    let after = trainer.model.parameters.block.values
    let update = try #require(trainer.optimizer.update).values
    #expect(zip(before.block.values, update).map(+) == after)
    let trace = try #require(outcome.traced?.trace)
    #expect(trace["loss"]?.scalar == outcome.loss)
    #expect(trace["blocks.1.attn.pattern"]?.shape.names == ["batch", "head", "query", "key"])
    #expect(trace.gradient(of: "blocks.0.mlp.post") != nil)
    #expect(outcome.gradients?.count == before.count)
  }

  @Test func aLossThatIsNotFiniteStopsAndLeavesTheWeights() throws {
    let tokenizer = try SmallWorld.tokenizer()
    let configuration = SmallWorld.configuration(tokenizer)
    let request = SmallWorld.request(configuration)
    var model = SmallWorld.model(configuration)
    let shape = try #require(model.parameters["ln_final.weight"]).shape
    model.withTrainable {
      $0.set("ln_final.weight", to: Tensor(shape, [Float](repeating: .nan, count: shape.count)))
    }
    var trainer = Trainer(request, model: model)
    let before = trainer.model.parameters.fingerprint
    #expect(throws: TrainingError.self) {
      try trainer.step(
        on: SmallWorld.data(tokenizer).batch(step: 1, request), pool: WorkerPool(threadCount: 1))
    }
    #expect(trainer.model.parameters.fingerprint == before)
    #expect(trainer.completedSteps == 0)
  }

  @Test func anUntrainedAdapterChangesNothingAndTrainingLeavesTheBase() throws {
    let tokenizer = try SmallWorld.tokenizer()
    let configuration = SmallWorld.configuration(tokenizer)
    let plan = Adapter.Plan(
      rank: 2, alpha: 4, targets: Adapter.Plan.targets(of: configuration))
    let request = SmallWorld.request(configuration, adapter: plan)
    let base = SmallWorld.model(configuration)
    var adapted = base
    adapted.adapter = Adapter(
      plan, for: configuration, from: RandomUse.adapter.stream(seed: 7))
    let batch = SmallWorld.data(tokenizer).batch(step: 1, request)
    let pool = WorkerPool(threadCount: 2)
    #expect(base.loss(on: [batch], pool: pool) == adapted.loss(on: [batch], pool: pool))
    var trainer = Trainer(request, model: adapted)
    for _ in 1...5 { _ = try trainer.step(on: batch, pool: pool) }
    #expect(trainer.model.parameters.fingerprint == base.parameters.fingerprint)
    let before = try #require(base.loss(on: [batch], pool: pool))
    let after = try #require(try trainer.loss(on: [batch], pool: pool))
    #expect(after < before)
  }
}
