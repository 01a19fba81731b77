import ArgumentParser
import Kernels
import Models
import Training

/// Makes a new, untrained model.
package struct NewModel: CellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "model",
    abstract: "Make a new model with random weights, or describe the one on the desk.",
    discussion: "With --new the model is made for the desk's tokenizer; `step` then trains it.")

  @Flag(help: "Make a new one, even if a model lies on the desk.")
  var new = false
  @OptionGroup(title: "Model") var shape: ModelShapeOptions
  @Option(help: "The seed of the starting weights; the session's if not given.")
  var seed: UInt64?
  @OptionGroup package var run: RunOption
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func report(in session: Session) throws -> any Report {
    if new || (run.name == nil && session.desk.model == nil && session.desk.tokenizer != nil) {
      try make(in: session)
    }
    let desk = try session.useModel(run.name)
    return ModelReport(
      run: desk.run, configuration: desk.model.configuration,
      parameters: desk.model.parameters.count,
      adapterParameters: desk.model.adapter?.parameters.count,
      fingerprint: desk.model.parameters.fingerprint)
  }

  private func make(in session: Session) throws {
    guard let tokenizer = session.desk.tokenizer else {
      throw NotYet("a model needs a vocabulary: train a `tokenizer` first")
    }
    let configuration = try shape.configuration(vocabulary: tokenizer.vocabularySize)
    let seed = seed ?? session.desk.seed
    let model = Model(configuration, from: RandomUse.weights.stream(seed: seed))
    session.put(DeskModel(model, seed: seed, tokenizer: tokenizer))
  }
}

/// The shape of a model in words.
struct ModelReport: Report {
  let run: String?
  let configuration: Configuration
  let parameters: Int
  let adapterParameters: Int?
  let fingerprint: Fingerprint

  func text(on page: Page) -> String {
    let c = configuration
    let keyValue = c.keyValueHeads == c.heads ? "" : " (\(c.keyValueHeads) key-value heads)"
    var lines = [
      "model       \(run.map { "of run \($0)" } ?? "new, untrained")",
      "parameters  \(NumberFormat.grouped(parameters))",
      "shape       \(c.layers) layers, \(c.heads) heads\(keyValue), width \(c.width),"
        + " hidden \(c.hidden)",
      "tokens      a vocabulary of \(c.vocabulary), a context of \(c.context)",
      "switches    \(c.norm.rawValue), \(c.positions.rawValue) positions, \(c.feedForward.rawValue),"
        + " \(c.bias ? "biases" : "no biases"), \(c.tied ? "tied" : "own") output table"
        + (c.dropout > 0 ? ", dropout \(NumberFormat.exact(c.dropout))" : ""),
      "weights     fingerprint \(fingerprint)",
    ]
    if let adapterParameters {
      lines.append("adapter     \(NumberFormat.grouped(adapterParameters)) weights beside them")
    }
    return lines.joined(separator: "\n")
  }
}
