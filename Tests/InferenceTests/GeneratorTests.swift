import Inference
import Kernels
import Models
import Support
import Tensors
import Testing
import Text
import Training

@Suite struct GeneratorTests {
  private static func model(_ family: String, _ tokenizer: Tokenizer) -> Model {
    let size = tokenizer.vocabularySize
    let configuration =
      family == "gpt2"
      ? SmallWorld.configuration(tokenizer)
      : Configuration.llama(
        vocabulary: size, context: 16, layers: 2, heads: 4, keyValueHeads: 2, width: 16)
    return Model(configuration, from: RandomUse.weights.stream(seed: 3))
  }

  /// Beyond the context, so that forgetting is covered too.
  @Test(arguments: ["gpt2", "llama"]) func cacheAndThreadsNeverChangeABit(family: String) throws {
    let tokenizer = try SmallWorld.tokenizer()
    let model = Self.model(family, tokenizer)
    let prompt = tokenizer.encode("the ferry leaves")
    func run(cache: Bool, threads: Int) throws -> [[UInt32]] {
      var generator = try Generator(
        model, prompt: prompt, sampling: Sampling(temperature: 1, seed: 5), usesCache: cache,
        pool: WorkerPool(threadCount: threads))
      return try (0..<50).map { _ in try generator.next().logits.map(\.bitPattern) }
    }
    let expected = try run(cache: false, threads: 1)
    #expect(try run(cache: true, threads: 1) == expected)
    #expect(try run(cache: true, threads: 3) == expected)
  }

  @Test func theSeedDecides() throws {
    let tokenizer = try SmallWorld.tokenizer()
    let model = Self.model("gpt2", tokenizer)
    func ids(seed: UInt64) throws -> [Int] {
      var generator = try Generator(
        model, prompt: [40], sampling: Sampling(temperature: 1, seed: seed),
        pool: WorkerPool(threadCount: 1))
      return try (0..<20).map { _ in try generator.next().chosen.id }
    }
    #expect(try ids(seed: 1) == ids(seed: 1))
    #expect(try ids(seed: 1) != ids(seed: 2))
  }

  @Test func noTokenIsChosenFromWhatIsNoNumber() throws {
    var model = Self.model("gpt2", try SmallWorld.tokenizer())
    let name = "ln_final.weight"
    let shape = try #require(model.parameters[name]).shape
    model.parameters.set(name, to: Tensor(shape, Array(repeating: .nan, count: shape.count)))
    var generator = try Generator(
      model, prompt: [40], sampling: Sampling(), pool: WorkerPool(threadCount: 1))
    let error = #expect(throws: InferenceError.self) { try generator.next() }
    #expect(error?.description.hasPrefix("no token can be chosen: a logit is nan") == true)
  }

  @Test func badPromptsAreExplained() throws {
    let tokenizer = try SmallWorld.tokenizer()
    let model = Self.model("gpt2", tokenizer)
    let pool = WorkerPool(threadCount: 1)
    #expect(throws: InferenceError.self) {
      try Generator(model, prompt: [], sampling: Sampling(), pool: pool)
    }
    let error = #expect(throws: InferenceError.self) {
      try Generator(model, prompt: [9999], sampling: Sampling(), pool: pool)
    }
    #expect(error?.description.contains("made with another tokenizer") == true)
  }
}
