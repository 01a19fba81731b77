import Inference
import Kernels
import Models
import Support
import Testing
import Text
import Training

@Suite struct ContinuationTests {
  /// A model that has learnt the one sentence of the small world by heart.
  private static let learned = Result {
    let tokenizer = try SmallWorld.tokenizer()
    let data = SmallWorld.data(tokenizer)
    let configuration = Configuration.gpt2(
      vocabulary: tokenizer.vocabularySize, context: 16, layers: 2, heads: 2, width: 48)
    let request = SmallWorld.request(configuration, steps: 200)
    var trainer = Trainer(request, model: SmallWorld.model(configuration))
    let pool = WorkerPool(threadCount: 2)
    for step in 1...200 { _ = try trainer.step(on: data.batch(step: step, request), pool: pool) }
    return (trainer.model, tokenizer)
  }

  private func run(
    limit: Int = 12, ends: [Int] = [], stops: [String] = [], interruptAfter: Int = .max
  ) throws -> (Continuation, streamed: String) {
    let (model, tokenizer) = try Self.learned.get()
    let generator = try Generator(
      model, prompt: tokenizer.encode(" the ferry leaves"), sampling: Sampling(temperature: 0),
      pool: WorkerPool(threadCount: 2))
    var streamed = ""
    var looks = 0
    let continuation = try Continuation(
      generator, tokenizer: tokenizer, limit: limit, endTokens: ends, stops: stops,
      onText: { streamed += $0 },
      isInterrupted: {
        looks += 1
        return looks > interruptAfter
      })
    return (continuation, streamed)
  }

  @Test func goesOnAsItLearnt() throws {
    let (continuation, streamed) = try run()
    #expect(continuation.text.hasPrefix(" at noon and the lamp"))
    #expect(streamed == continuation.text)
    #expect(continuation.ids.count == 12 && continuation.ending == .length)
  }

  @Test func stopsBeforeAText() throws {
    let (continuation, streamed) = try run(limit: 40, stops: ["lamp", "never"])
    #expect(continuation.text == " at noon and the ")
    #expect(streamed == continuation.text)
    #expect(continuation.ending == .stopText)
  }

  @Test func stopsAtAnEndToken() throws {
    let (_, tokenizer) = try Self.learned.get()
    let dot = try #require(tokenizer.encode(".").first)
    let (continuation, _) = try run(limit: 100, ends: [dot])
    #expect(continuation.ending == .endToken)
    #expect(!continuation.text.contains("."))
  }

  @Test func canBeInterrupted() throws {
    let (continuation, streamed) = try run(interruptAfter: 3)
    #expect(continuation.ids.count == 3 && continuation.ending == .interrupted)
    #expect(streamed == continuation.text)
  }
}
