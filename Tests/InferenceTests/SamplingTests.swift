import Inference
import Testing

@Suite struct SamplingTests {
  private let logits: [Float] = [1, 3, 2, 3, -1]

  @Test func candidatesFallAndTiesGoToTheLowestId() {
    let candidates = Sampling().candidates(logits)
    #expect(candidates.map(\.id) == [1, 3, 2, 0, 4])
    #expect((candidates.reduce(0) { $0 + $1.probability } - 1).magnitude < 1e-6)
  }

  @Test(arguments: 0...6) func theFirstCandidatesAreThoseOfAll(count: Int) {
    let sampling = Sampling(temperature: 0.7)
    #expect(
      sampling.candidates(logits, first: count) == Array(sampling.candidates(logits).prefix(count)))
  }

  @Test func temperatureZeroTakesTheMostProbable() {
    for position in 0..<20 {
      #expect(Sampling(temperature: 0).choose(logits, position: position).id == 1)
    }
  }

  @Test func temperatureSharpens() {
    let cold = Sampling(temperature: 0.5).candidates(logits)[0].probability
    let warm = Sampling(temperature: 2).candidates(logits)[0].probability
    #expect(cold > warm)
  }

  @Test func topKAndTopPLimitTheChoice() {
    let two = Sampling(topK: 2)
    #expect(two.eligible(two.candidates(logits)).map(\.id) == [1, 3])
    let most = Sampling(topP: 0.9)
    #expect(most.eligible(most.candidates(logits)).map(\.id) == [1, 3, 2])
    let least = Sampling(topP: 0.01)
    #expect(least.eligible(least.candidates(logits)).map(\.id) == [1])
  }

  @Test func frequenciesFollowTheProbabilities() {
    let sampling = Sampling(temperature: 1, seed: 11)
    var counts = [Int](repeating: 0, count: logits.count)
    for position in 0..<10_000 { counts[sampling.choose(logits, position: position).id] += 1 }
    for candidate in sampling.candidates(logits) {
      let share = Float(counts[candidate.id]) / 10_000
      #expect((share - candidate.probability).magnitude < 0.02)
    }
  }

  @Test(arguments: [
    Sampling(temperature: -1), Sampling(temperature: .nan), Sampling(topK: 0), Sampling(topP: 0),
    Sampling(topP: 1.5),
  ])
  func impossibleSamplingIsRefused(_ sampling: Sampling) {
    #expect(throws: InferenceError.self) { try sampling.validate() }
  }
}
