import ArgumentParser
import Foundation
import Kernels
import Training

/// How well a run predicts its own held-out text.
package struct Evaluate: CellCommand {
  package static let configuration = CommandConfiguration(
    abstract: "Measure a run's loss on the text that was held out.")

  @OptionGroup package var run: RunOption
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func report(in session: Session) throws -> any Report {
    let desk = try session.useModel(run.name)
    guard let name = desk.run else {
      throw NotYet("the model on the desk was not recorded, so nothing was held out: `train` one")
    }
    let recorded = try session.recordedRun(name)
    let batches = recorded.data.heldOutBatches(recorded.request)
    guard let loss = desk.model.loss(on: batches, pool: try session.pool()) else {
      throw NotYet("run '\(name)' has no held-out text as long as its context")
    }
    return EvaluateReport(
      run: name, loss: loss, perplexity: Float(Trigonometry.exponential(Double(loss))),
      vocabulary: desk.model.configuration.vocabulary)
  }
}

/// Held-out loss, and what it means.
struct EvaluateReport: Report {
  let run: String
  let loss: Float
  let perplexity: Float
  let vocabulary: Int

  func text(on page: Page) -> String {
    """
    held out    loss \(NumberFormat.fixed(loss, decimals: 4)) nats per token
    perplexity  \(NumberFormat.fixed(perplexity, decimals: 1)): as unsure as among that many equally \
    likely tokens, of \(NumberFormat.grouped(vocabulary))
    """
  }
}
