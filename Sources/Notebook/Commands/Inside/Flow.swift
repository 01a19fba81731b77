import ArgumentParser
import Inference
import Tensors

/// The way of a text through the model.
package struct Flow: CellCommand {
  package static let configuration = CommandConfiguration(
    abstract: "Draw the forward pass as a tree, with the shape and the time of each step.",
    discussion: """
      For example: flow --depth 2
      It computes the last pass again, a few times, and takes each step's best time. Marked is the step \
      that --at names, else the one that `why` last asked about.
      """)

  @Option(help: "How many levels deep: 1 for the blocks, 2 for their parts, 3 for everything.")
  var depth = 3
  @Option(help: ArgumentHelp("The step to mark.", valueName: "name"))
  var at: String?
  @OptionGroup package var run: RunOption
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func validate() throws {
    guard (1...3).contains(depth) else { throw ValidationError("--depth must be 1 to 3") }
  }

  /// How often the pass is computed.
  private static let repetitions = 3

  package func report(in session: Session) throws -> any Report {
    let view = try PassView(over: nil, run: run.name, in: session)
    let names = view.trace.names
    if let at, !names.contains(where: { $0 == at || $0.hasPrefix(at + ".") }) {
      throw ExpressionError(
        "the pass has no step \(at)",
        remedy: Suggestion.nearest(to: at, in: names).map { "did you mean \($0)?" }
          ?? "`names` lists its activations", source: at, range: 0..<max(at.count, 1))
    }
    let asked = session.desk.trail.stops.last?.name
    var tree = FlowTree()
    let seconds = try Self.times(of: view, in: session)
    for (name, seconds) in zip(names, seconds) {
      guard let tensor = view.trace[name] else { preconditionFailure("a pass has \(name)") }
      tree.add(name, tensor.shape, seconds: seconds)
    }
    return FlowReport(
      tree: tree, depth: depth, current: at ?? asked.flatMap { names.contains($0) ? $0 : nil })
  }

  /// The best time of each named step, from the step before it to its result.
  private static func times(of view: PassView, in session: Session) throws -> [Double] {
    let clock = ContinuousClock()
    var best: [Double] = []
    for _ in 0..<repetitions {
      try session.checkInterrupt()
      var last = clock.now
      var seconds: [Double] = []
      _ = try view.model.trace(view.trace.batch, pool: session.pool()) { _, _ in
        let now = clock.now
        seconds.append((now - last).seconds)
        last = now
        return nil
      }
      best = best.isEmpty ? seconds : zip(best, seconds).map { min($0, $1) }
    }
    return best
  }
}
