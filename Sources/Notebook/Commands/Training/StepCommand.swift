import ArgumentParser
import Foundation
import Kernels
import Models
import Tensors
import Text
import Training

/// One optimiser step on the desk's model, with everything in it left to be looked at.
package struct StepCommand: CellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "step",
    abstract: "Make one training step and show what it read, found and changed.",
    discussion: """
      Afterwards every activation, gradient (.grad), update (.update) and moment (.adam.m, .adam.v) \
      of the step can be shown by name. Steps made this way are not recorded. A step whose loss or \
      gradient is not finite is not made, but its pass can be shown; the steps before it stay made.
      """)

  @Argument(help: "How many steps; the last one is shown.")
  var count = 1
  @Option(help: "The parameter whose gradient and update are shown.")
  var watch: String?
  @OptionGroup(title: "Training") var training: TrainingOptions
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func validate() throws {
    guard (1...100_000).contains(count) else {
      throw ValidationError("\(count) steps cannot be made; say a number from 1 to 100000")
    }
  }

  package func report(in session: Session) throws -> any Report {
    var desk = try session.useModel()
    let pool = try session.pool()
    let watched = watch ?? "blocks.0.attn.q.weight"
    guard desk.model.trainable.names.contains(watched) else {
      throw NotYet("no trainable parameter '\(watched)'; `params` lists them")
    }
    let data = try desk.data ?? deskData(session, desk.tokenizer)
    var trainer = try desk.trainer ?? newTrainer(session, desk)
    try data.validate(for: trainer.request)
    // Nobody else may look at the weights, or each step would copy them first.
    desk.trainer = nil
    var before: Tensor?
    var outcome: Trainer.Outcome?
    var batch = data.batch(step: trainer.completedSteps + 1, trainer.request)
    for made in 1...count {
      try session.checkInterrupt("\(made - 1) of \(count) steps were made and taken back")
      batch = data.batch(step: trainer.completedSteps + 1, trainer.request)
      if made == count { before = trainer.model.trainable[watched] }
      do {
        outcome = try trainer.step(on: batch, isTraced: made == count, pool: pool)
      } catch let error as TrainingError {
        desk.stepsMade += made - 1
        throw session.lostStep(error, of: trainer, on: data, desk)
      }
      session.console.showProgress(
        count < 10
          ? nil
          : ProgressLine.text(
            done: made, of: count, facts: "", width: session.page.width))
    }
    session.console.showProgress(nil)
    guard let outcome, let before, let gradients = outcome.gradients else {
      preconditionFailure("no step was made")
    }
    desk.model = trainer.model
    desk.prompted = nil
    desk.step = outcome.traced
    desk.stepsMade += count
    desk.data = data
    desk.trainer = trainer
    session.put(desk)
    return StepReport(
      outcome, batch, desk, watched: watched, before: before, gradients: gradients)
  }

  private func deskData(_ session: Session, _ tokenizer: Tokenizer) throws -> TrainingData {
    guard session.desk.collection != nil else {
      throw NotYet("there is no text to learn from yet: `collect` gathers some")
    }
    return try session.trainingData(try session.trainingDocuments(at: nil).sides, tokenizer)
  }

  private func newTrainer(_ session: Session, _ desk: DeskModel) throws -> Trainer {
    let request = try training.request(
      name: "steps", objective: .nextToken, window: desk.model.configuration.context,
      configuration: desk.model.configuration,
      defaults: TrainingOptions.Defaults(steps: 300, batch: 8, rate: 3e-3),
      seed: session.desk.seed)
    return Trainer(request, model: desk.model)
  }
}

/// What one step read, found and changed.
struct StepReport: Report {
  struct Watched: Encodable {
    let name: String
    let index: [Int]
    let before: Float
    let gradient: Float
    let update: Float
    let after: Float
  }
  let step: Int
  let loss: Float
  let rate: Float
  let gradientNorm: Float
  /// The first sequence of the batch.
  let text: String
  let sequences: Int
  let positions: Int
  let watched: Watched

  init(
    _ outcome: Trainer.Outcome, _ batch: TrainingBatch, _ desk: DeskModel, watched name: String,
    before: Tensor, gradients: Tensor
  ) {
    step = outcome.traced?.number ?? outcome.step
    loss = outcome.loss
    rate = outcome.rate
    gradientNorm = outcome.gradientNorm
    text = (try? desk.tokenizer.decodeText(batch.tokens.row(0))) ?? ""
    sequences = batch.tokens.batch
    positions = batch.tokens.time
    let trainable = desk.model.trainable
    guard let gradient = trainable.view(name, of: gradients), let after = trainable[name],
      let updates = desk.trainer?.optimizer.update, let update = trainable.view(name, of: updates)
    else { preconditionFailure("\(name) is not trained") }
    // The element that the loss pulls on most; ties go to the lowest index.
    let values = gradient.values
    let place =
      values.indices.max {
        (values[$0].magnitude, $1) < (values[$1].magnitude, $0)
      } ?? 0
    let index = gradient.shape.index(at: place)
    watched = Watched(
      name: name, index: index, before: before[index], gradient: values[place],
      update: update[index], after: after[index])
  }

  func text(on page: Page) -> String {
    let quoted = VisibleText.of(text).replacingOccurrences(of: "·", with: " ")
    let place = "\(watched.name)[\(watched.index.map(String.init).joined(separator: ", "))]"
    return """
      step \(step)  \(sequences) sequences of \(positions) tokens; the first begins
        \(quoted.truncated(to: page.width - 2))
      loss           \(NumberFormat.exact(loss))
      gradient norm  \(NumberFormat.exact(gradientNorm))
      learning rate  \(NumberFormat.exact(rate))
      \(place), the largest gradient in its tensor:
        before    \(NumberFormat.exact(watched.before))
        gradient  \(NumberFormat.exact(watched.gradient))
        update    \(NumberFormat.exact(watched.update))
        after     \(NumberFormat.exact(watched.after))
      """
  }
}
