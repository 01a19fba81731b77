import Models
import Support
import Testing
import Training

@Suite struct TrainingDataTests {
  private let configuration = Configuration.gpt2(
    vocabulary: 300, context: 16, layers: 1, heads: 1, width: 8)

  @Test func aBatchIsAPureFunctionOfTheStep() {
    let request = SmallWorld.request(configuration)
    let data = TrainingData(train: .text(Array(0..<200)), heldOut: .text([]))
    let batch = data.batch(step: 4, request)
    #expect(batch == data.batch(step: 4, request))
    #expect(batch != data.batch(step: 5, request))
    #expect(batch.tokens.batch == 3 && batch.tokens.time == 16)
    for (token, target) in zip(batch.tokens.ids, batch.targets) { #expect(target == token + 1) }
    #expect(batch.weights.allSatisfy { $0 == 1 })
  }

  @Test func conversationsCountAnswersOnly() {
    let request = SmallWorld.request(configuration, objective: .answers)
    let part = TrainingData.Part.conversations([
      (tokens: [1, 50, 51, 2, 60, 3], learnt: [false, false, false, false, true, true]),
      (tokens: [1, 52, 2, 61, 62, 63, 3], learnt: [false, false, false, true, true, true, true]),
    ])
    let data = TrainingData(train: part, heldOut: part)
    let batch = data.heldOutBatches(request)[0]
    #expect(batch.tokens.batch == 2 && batch.tokens.time == 6)
    #expect(batch.tokens.row(0) == [1, 50, 51, 2, 60, 3])
    #expect(Array(batch.targets[0..<5]) == [50, 51, 2, 60, 3])
    #expect(batch.weights == [0, 0, 0, 1, 1, 0] + [0, 0, 1, 1, 1, 1])
  }

  @Test func tooLittleTextSaysWhatWouldFit() throws {
    let request = SmallWorld.request(configuration)
    let data = TrainingData(train: .text(Array(0..<10)), heldOut: .text([]))
    let error = #expect(throws: TrainingError.self) { try data.validate(for: request) }
    #expect(
      error?.description == "the training text has 10 tokens, too few for a context of 16:"
        + " give more text, or at most --context 9")
  }

  @Test func heldOutTextTooShortForAWindowIsNotMeasured() {
    let request = SmallWorld.request(configuration)
    let data = TrainingData(train: .text(Array(0..<100)), heldOut: .text(Array(0..<16)))
    #expect(data.heldOutBatches(request).isEmpty)
  }
}
