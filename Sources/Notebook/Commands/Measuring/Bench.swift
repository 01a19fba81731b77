import ArgumentParser
import Foundation
import Kernels
import Models
import Training

/// Times the engine, beside its peers where they are installed.
package struct Bench: CellCommand {
  package static let configuration = CommandConfiguration(
    abstract:
      "Time the engine: steps, products, tokenizers, memory, start, recording, travel, growth.",
    discussion: """
      A figure is the best of several rounds. With --peer a Python does the same work in turns, as \
      far as its libraries are installed (PyTorch, tokenizers, tiktoken). The share of the peak is \
      of the fused multiply-adds or of the bytes that this machine can do and read, measured \
      before and after. --parts tells where the time of a step goes; `train --plan` tells it of a run.
      """)

  @Option(parsing: .upToNextOption, help: "Only these rows.")
  var rows: [BenchRow] = []
  @Option(help: "How long each row is timed, in seconds; 15 if not given.")
  var seconds: Double?
  @Flag(
    help: "Short: two seconds a row, one round at least, no travel, and the peer compiles nothing.")
  var quick = false
  @Option(
    help: ArgumentHelp("The Python to compare with.", valueName: "python"), completion: .file())
  var peer: String?
  @Option(help: "English to train tokenizers on; the town's if not given.", completion: .file())
  var text: String?
  @Option(
    help: "A tokenizer.json to encode with, such as GPT-2's; one trained on the text if not given.",
    completion: .file(extensions: ["json"]))
  var ranks: String?
  @Option(
    help: ArgumentHelp(
      "Only take three training steps, and print the most memory that took.", valueName: "row"))
  var peak: BenchRow?
  @Option(
    help: ArgumentHelp("Only tell where the time of a training step goes.", valueName: "row"))
  var parts: BenchRow?
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func validate() throws {
    if let seconds, !(seconds > 0 && seconds <= 600) {
      throw ValidationError("--seconds \(seconds): give a number above 0, at most 600")
    }
    if peak != nil && parts != nil {
      throw ValidationError("--peak and --parts are two questions: ask one at a time")
    }
    for (option, row) in [("--peak", peak), ("--parts", parts)] {
      guard let row, row.shape == nil else { continue }
      let names = BenchRow.allCases.filter { $0.shape != nil }.map(\.rawValue)
      throw ValidationError(
        "\(option) \(row.rawValue) trains nothing; use one of \(names.joined(separator: ", "))")
    }
  }

  package func report(in session: Session) throws -> any Report {
    if let shape = peak?.shape { return try PeakReport(of: shape, pool: try session.pool()) }
    defer { session.console.showProgress(nil) }
    if let parts, let shape = parts.shape {
      session.console.showProgress("timing \(parts.rawValue)")
      return try PartsReport(of: parts, shape, seconds: seconds ?? (quick ? 2 : 15), in: session)
    }
    let pool = try session.pool()
    var machine = MachineSpeed(pool: pool)
    var report = BenchReport(threads: pool.threadCount)
    let peer = try peer.map { python in
      try Peer(
        python: python, script: session.home.root.appendingPathComponent("Tools/bench/peer.py"))
    }
    let maker = try ContestMaker(pool: pool, compiles: !quick, text: text, ranks: ranks)
    let usual = BenchRow.allCases.filter { !quick || !$0.isLong }
    for row in rows.isEmpty ? usual : BenchRow.allCases.filter(rows.contains) {
      try session.checkInterrupt()
      session.console.showProgress("timing \(row.rawValue)")
      if let growth = row.growth {
        report.growth.append(try measure(growth, pool, in: session))
      } else if let contest = try maker.contest(row) {
        let outcome = try contest.run(
          against: peer, seconds: seconds ?? (quick ? 2 : 15), atLeast: quick ? 1 : 3, in: session)
        report.rows.append(BenchReport.Row(row, contest, outcome))
      }
    }
    machine.measureAgain(pool: pool)
    report.machine = machine
    return report
  }

  /// Each size's best step of three at least, after one that warms up.
  private func measure(
    _ growth: Growth, _ pool: WorkerPool, in session: Session
  ) throws -> Growth.Outcome {
    let limit = Duration.seconds(min(seconds ?? 1, 1))
    let times = try growth.sizes.map { size in
      try session.checkInterrupt()
      let step = growth.shape(size).makeStep(pool: pool)
      try step(nil)
      let clock = ContinuousClock()
      let start = clock.now
      var best = Double.infinity
      var count = 0
      while count < 3 || clock.now - start < limit {
        best = min(best, try Notebook.seconds { try step(nil) })
        count += 1
      }
      return best
    }
    return Growth.Outcome(name: growth.name, sizes: growth.sizes, seconds: times)
  }
}
