import ArgumentParser
import Kernels
import Models
import Training

/// Times the engine on fixed shapes.
package struct Bench: CellCommand {
  package static let configuration = CommandConfiguration(
    abstract: "Time training steps and generation on two fixed shapes.",
    discussion: "The same shapes are timed for PyTorch by Tools/bench_torch.py.")

  @Option(help: "How long to time each shape, in seconds.")
  var seconds: Double = 10
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func validate() throws {
    guard seconds > 0, seconds <= 600 else {
      throw ValidationError("--seconds \(seconds): give a number above 0, at most 600")
    }
  }

  package func report(in session: Session) throws -> any Report {
    let pool = try session.pool()
    let rows = try BenchShape.all.map { shape in
      try session.checkInterrupt()
      session.console.showProgress("timing \(shape.name)")
      defer { session.console.showProgress(nil) }
      return try shape.measure(seconds: seconds, pool: pool)
    }
    return BenchReport(threads: pool.threadCount, rows: rows)
  }
}

/// A model shape and batch to be timed.
struct BenchShape {
  let name: String
  let configuration: Configuration
  let batch: Int

  static let all = [
    BenchShape(
      name: "4 layers, 4 heads, width 128, 12 × 64",
      configuration: .gpt2(vocabulary: 65, context: 64, layers: 4, heads: 4, width: 128),
      batch: 12),
    BenchShape(
      name: "6 layers, 6 heads, width 384, 16 × 256",
      configuration: .gpt2(vocabulary: 65, context: 256, layers: 6, heads: 6, width: 384),
      batch: 16),
  ]

  /// The median of the steps that fit in `seconds`, at least three, after one that warms up.
  func measure(seconds: Double, pool: WorkerPool) throws -> BenchReport.Row {
    let request = TrainingRequest(
      name: "bench", objective: .nextToken, seed: 1, steps: 1_000_000, batch: batch,
      window: configuration.context,
      schedule: Schedule(peak: 1e-3, floor: 1e-3, warmup: 0, steps: 1_000_000),
      evaluationInterval: 1_000_000, snapshotInterval: 1_000_000, configuration: configuration)
    let data = TrainingData(
      train: .text((0..<20_000).map { Int32($0 * 7919 % configuration.vocabulary) }),
      heldOut: .text([]))
    let model = Model(configuration, from: RandomUse.weights.stream(seed: 1))
    var trainer = Trainer(request, model: model)
    _ = try trainer.step(on: data.batch(step: 1, request), pool: pool)
    let clock = ContinuousClock()
    let start = clock.now
    var times: [Double] = []
    while times.count < 3 || (clock.now - start).seconds < seconds {
      let began = clock.now
      _ = try trainer.step(on: data.batch(step: times.count + 2, request), pool: pool)
      times.append((clock.now - began).seconds)
    }
    let median = times.sorted()[times.count / 2]
    return BenchReport.Row(
      name: name, parameters: model.parameters.count, steps: times.count,
      stepSeconds: .seconds(median),
      tokensPerSecond: Varying(Double(batch * configuration.context) / median) {
        NumberFormat.grouped(Int($0))
      })
  }
}

/// A row for each shape.
struct BenchReport: Report {
  struct Row: Encodable {
    let name: String
    let parameters: Int
    let steps: Int
    let stepSeconds: Varying
    let tokensPerSecond: Varying
  }
  let threads: Int
  let rows: [Row]

  func text(on page: Page) -> String {
    var table = TextTable([
      .init("training step"), .init("parameters", .right), .init("step", .right),
      .init("tokens/s", .right),
    ])
    for row in rows {
      table.add([
        row.name, NumberFormat.grouped(row.parameters), row.stepSeconds.text(on: page),
        row.tokensPerSecond.text(on: page),
      ])
    }
    return table.text(width: page.width) + "\n\(threads) threads; medians"
  }
}
