import Kernels
import Models
import Support
import Testing
import Training

@testable import Notebook

/// What moved a weight adds up to what it became, and what pushes a prediction is missed by it.
@Suite struct BlameTests {
  @Test func theGradientsOfTheSequencesAddUpToTheSteps() throws {
    let tokenizer = try SmallWorld.tokenizer()
    let configuration = SmallWorld.configuration(tokenizer, dropout: 0.1)
    let request = SmallWorld.request(configuration)
    var trainer = Trainer(request, model: SmallWorld.model(configuration))
    let batch = SmallWorld.data(tokenizer).batch(step: 1, request)
    let pool = WorkerPool(threadCount: 2)
    let parts = (0..<batch.tokens.batch).map {
      trainer.gradient(ofSequence: $0, in: batch, pool: pool).values
    }
    let outcome = try trainer.step(on: batch, isTraced: true, pool: pool)
    let whole = try #require(outcome.gradients).values
    for index in whole.indices {
      let sum = parts.reduce(Float(0)) { $0 + $1[index] }
      #expect((sum - whole[index]).magnitude <= 1e-6 + 1e-4 * whole[index].magnitude)
    }
  }

  @Test func movesAreThoseOfTheSteps() throws {
    let fixture = try TravelFixture()
    let command = try #require(
      try Glassbox.parseAsRoot(["blame", "embed.weight[40, 3]", "--run", "ferry", "--top", "12"])
        as? Blame)
    let blame = try #require(try command.report(in: fixture.session) as? WeightBlame)
    #expect(blame.moves.count == 12)
    #expect(Set(blame.moves.map(\.step)) == Set(1...12))
    let sum = blame.moves.reduce(Float(0)) { $0 + $1.change }
    #expect((blame.start + sum - blame.end).magnitude < 1e-6)
    #expect((blame.moves.reduce(0) { $0 + $1.share } - 1).magnitude < 1e-9)
    #expect(
      zip(blame.moves, blame.moves.dropFirst()).allSatisfy {
        $0.change.magnitude >= $1.change.magnitude
      })
    for move in blame.moves.prefix(2) {
      fixture.run("travel ferry --at \(move.step)")
      let gradient = try fixture.session.evaluate(expression: "embed.weight.grad[40, 3]")
        .tensorValue().tensor.scalar
      #expect(gradient == move.gradient)
    }
  }

  @Test func documentsThatTeachThePredictionAreFound() throws {
    let fixture = try TravelFixture([:])
    let noon = "The ferry leaves at noon."
    let others = ["The bell rings twice.", "The keeper waits here.", "A lamp burns all night."]
    fixture.collect((0..<24).map { $0 % 4 == 3 ? noon : others[$0 % 4] })
    fixture.train("ferry", steps: 60, "--lr 0.02")
    let command = try #require(
      try Glassbox.parseAsRoot([
        "blame", "--predict", "The ferry leaves at", "noon", "--run", "ferry", "--top", "6",
        "--check", "6",
      ]) as? Blame)
    let blame = try #require(try command.report(in: fixture.session) as? PredictionBlame)
    #expect(blame.documents == blame.looked)
    #expect(blame.up.filter { $0.text.contains("noon") }.count >= 5)
    let check = try #require(blame.check)
    #expect(check.without == 6)
    #expect(check.seeds == [1, 2, 3])
    #expect(check.withAll[0] == blame.probability)
    for (place, probability) in check.withAll.enumerated() {
      #expect(check.withoutTop[place] < probability / 2)
      #expect(check.withoutOthers[place] > check.withoutTop[place])
    }
  }

  @Test(arguments: [
    ("embed.weight", "this is not one weight"), ("nothing[0]", "is no weight that is trained"),
    ("embed.weight[0, 99]", "index 99 is outside axis width, which has 8 entries"),
    ("--predict \"The ferry\"", "Missing expected argument '<expression> ...'"),
    ("--predict \"The ferry\" \"\"", "say a text with --predict and what is to follow it"),
    ("embed.weight[0, 0] --check 3", "--check is about a prediction"),
    ("--predict bell rings --seeds 3", "--seeds is about --check"),
    ("--predict bell rings --check 1 --seeds 101", "give at most 100"),
    ("embed.weight[0, 0] --top 0", "--top 0: give at least 1"),
  ])
  func whatCannotBeBlamedIsSaid(words: String, error: String) throws {
    let fixture = try TravelFixture(["ferry": 2])
    let result = fixture.session.enter(line: "blame --run ferry " + words)
    #expect(result.status == .badInput)
    #expect(result.text.contains(error), "\(result.text)")
  }
}
