import ArgumentParser
import Inference
import Models
import Training

/// What training and answering cost.
package struct CostCommand: CellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "cost",
    abstract: "Count the multiply-adds of training the model and of using it, and time the use.")

  @Option(help: "Tokens in the prompt.")
  var prompt = 20
  @Option(help: "Tokens in the answer.")
  var tokens = 40
  @OptionGroup package var run: RunOption
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func validate() throws {
    guard prompt >= 1, tokens >= 1, prompt <= 100_000, tokens <= 100_000 else {
      throw ValidationError("--prompt and --tokens are numbers from 1 to 100000")
    }
  }

  package func report(in session: Session) throws -> any Report {
    let desk = try session.useModel(run.name)
    let context = desk.model.configuration.context
    guard prompt + tokens <= context else {
      throw NotYet(
        "\(prompt) + \(tokens) tokens do not fit the context of \(context); ask for fewer")
    }
    let cost = Cost(desk.model.configuration, adapter: desk.model.adapter?.plan)
    let request = try desk.run.map { try session.recordedRun($0) }.map {
      ($0.request, $0.steps.count)
    }
    let (seconds, secondsWithoutCache) = try bestTimes(session, desk)
    return CostReport(
      prompt: prompt, tokens: tokens, weightsPerToken: cost.weightsPerToken,
      reading: cost.reading(prompt),
      withCache: cost.making(tokens, after: prompt, usesCache: true),
      withoutCache: cost.making(tokens, after: prompt, usesCache: false),
      training: request.map {
        cost.training(steps: $0.1, batch: $0.0.batch, window: $0.0.window)
      },
      secondsWithCache: .seconds(seconds), secondsWithoutCache: .seconds(secondsWithoutCache))
  }

  /// How often both are timed at most, in turns; no more is begun once a second has passed.
  private static let rounds = 5

  /// The best times: the first round meets memory that was never touched, and others' work may disturb any.
  private func bestTimes(_ session: Session, _ desk: DeskModel) throws -> (Double, Double) {
    let clock = ContinuousClock()
    let start = clock.now
    var best = (Double.infinity, Double.infinity)
    for round in 0..<Self.rounds where round == 0 || clock.now - start < .seconds(1) {
      best.0 = min(best.0, try time(session, desk, usesCache: true))
      best.1 = min(best.1, try time(session, desk, usesCache: false))
    }
    return best
  }

  /// Seconds to read the prompt and make the answer. Which tokens they are does not matter.
  private func time(_ session: Session, _ desk: DeskModel, usesCache: Bool) throws -> Double {
    let ids = (0..<prompt).map { $0 % desk.model.configuration.vocabulary }
    var generator = try Generator(
      desk.model, prompt: ids, sampling: Sampling(temperature: 0), usesCache: usesCache,
      pool: try session.pool())
    let clock = ContinuousClock()
    let start = clock.now
    for _ in 0..<tokens {
      try session.checkInterrupt()
      _ = try generator.next()
    }
    return (clock.now - start).seconds
  }
}

/// Multiply-adds and seconds, side by side.
struct CostReport: Report {
  let prompt: Int
  let tokens: Int
  let weightsPerToken: Int
  let reading: Int
  let withCache: Int
  let withoutCache: Int
  let training: Int?
  let secondsWithCache: Varying
  let secondsWithoutCache: Varying

  func text(on page: Page) -> String {
    var table = TextTable([
      .init("work"), .init("multiply-adds", .right), .init("measured", .right),
    ])
    table.add(["one token through the weights", NumberFormat.grouped(weightsPerToken)])
    table.add(["reading a prompt of \(prompt) tokens", NumberFormat.grouped(reading)])
    table.add([
      "making \(tokens) tokens, with a cache", NumberFormat.grouped(withCache),
      secondsWithCache.text(on: page),
    ])
    table.add([
      "making \(tokens) tokens, without", NumberFormat.grouped(withoutCache),
      secondsWithoutCache.text(on: page),
    ])
    if let training { table.add(["training this run", NumberFormat.grouped(training)]) }
    var lines = [table.text(width: page.width)]
    lines.append(
      "without the cache there are \(ratio(withoutCache, withCache)) times as many multiply-adds")
    if let training {
      let answer = reading + withCache
      lines.append(
        "training cost as much as \(NumberFormat.grouped(training / answer)) such answers")
    }
    return lines.joined(separator: "\n")
  }

  private func ratio(_ one: Int, _ other: Int) -> String {
    NumberFormat.fixed(Float(Double(one) / Double(other)), decimals: 1)
  }
}
