import ArgumentParser
import Models
import Training

/// Trains a new model on text.
package struct Train: CellCommand {
  package static let configuration = CommandConfiguration(
    abstract: "Train a model to predict the next token, and record every step.",
    discussion: """
      Without --data the documents on the desk are used (see collect). The run lies in the \
      workspace under its name; `replay` proves it again. A run that was stopped, by Ctrl-C or by \
      the power failing, goes on with --resume to the bits it would have had; --steps and \
      --micro-batch may then be given, nothing else.
      """)

  @OptionGroup package var data: DataOption
  @Option(help: "The run's name.")
  var name = "run"
  @Flag(help: "Replace a run of the same name.")
  var overwrite = false
  @Option(help: "Train a new tokenizer of this many tokens.")
  var vocab: Int?
  @OptionGroup(title: "Model") var shape: ModelShapeOptions
  @OptionGroup(title: "Training") var training: TrainingOptions
  @Option(help: "Go on with a run that was stopped.")
  var resume: String?
  @OptionGroup var plan: PlanOption
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func validate() throws {
    guard resume != nil else { return }
    guard data.source == nil, vocab == nil, name == "run", !overwrite, !plan.isWanted,
      !shape.isChanged,
      !training.decidesMoreThanSteps
    else {
      throw ValidationError(
        "--resume goes on with what the run was asked; only --steps and --micro-batch may be new")
    }
  }

  package func report(in session: Session) throws -> any Report {
    if let resume {
      return TrainingReport(
        summary: try TrainingLoop.resume(
          resume, steps: training.steps, microBatch: training.microBatch.sequences, in: session))
    }
    let (_, sides) = try session.trainingDocuments(at: data.source)
    let tokenizer = try session.tokenizer(for: sides.training, size: vocab)
    let configuration = try shape.configuration(vocabulary: tokenizer.vocabularySize)
    let request = try training.request(
      name: name, objective: .nextToken, window: shape.context, configuration: configuration,
      defaults: TrainingOptions.Defaults(steps: 300, batch: 8, rate: 3e-3),
      seed: session.desk.seed)
    let memory = try MemoryPlan(fitting: request, microBatch: training.microBatch.sequences)
    let loop = TrainingLoop(
      session: session, data: try session.trainingData(sides, tokenizer), tokenizer: tokenizer)
    let weights = RandomUse.weights.stream(seed: request.seed)
    var trainer = Trainer(request, model: Model(configuration, from: weights))
    trainer.microBatch = training.microBatch.sequences
    if plan.isWanted { return try loop.plan(&trainer, memory) }
    return TrainingReport(summary: try loop.run(&trainer, replaces: overwrite))
  }
}
