import ArgumentParser
import Models
import Training

/// Goes on from a step of a run with something changed.
struct Fork: CellCommand {
  static let configuration = CommandConfiguration(
    abstract: "Go on from a step of a run with something changed, as a run of its own.",
    discussion: """
      For example: fork --at 137 --lr 1e-2 --name hot
      The new run begins with the weights and moments that the other one had after the step. Its steps \
      are numbered on; with nothing changed they give the other run's bits. It is recorded and replays \
      on its own; run.json says what it was forked from. `diff` compares the two.
      """)

  @OptionGroup var run: TravelledRun
  @Option(help: "The step after which to go on; where you stand if not given.")
  var at: Int?
  @Option(help: "The new run's name.")
  var name = "fork"
  @Flag(help: "Replace a run of the same name.")
  var overwrite = false
  @OptionGroup(title: "Changes") var changes: ForkChanges
  @OptionGroup var output: OutputOptions

  func report(in session: Session) throws -> any Report {
    let path = try run.path(in: session)
    let recorded = path.run
    let travelled = session.desk.model?.travel
    guard name != recorded.folder.name else {
      throw NotYet("a fork cannot take the name of the run that it leaves; choose another --name")
    }
    let step = try at ?? travelledStep(of: recorded, in: session)
    try recorded.require(step: step)
    let left = try path.trainer(after: step, in: session)
    let edits = try path.stand(at: step, .weights, in: session) {
      try changes.set.map { try WeightEdit($0, of: left.model, in: session) }
    }
    let origin = Origin(
      run: recorded.folder.name, step: step, weights: left.model.trainable.fingerprint,
      edits: edits.map(\.text))
    let request = try changes.request(name, after: step, of: recorded, origin)
    _ = try MemoryPlan(fitting: request, microBatch: changes.microBatch.sequences)
    let edited = edits.reduce(left.model) { $1.applied(to: $0) }
    let model = Model(
      request.configuration, parameters: edited.parameters, adapter: edited.adapter)
    var trainer = Trainer(request, model: model, optimizer: left.optimizer, completedSteps: 0)
    trainer.microBatch = changes.microBatch.sequences
    let data = try changes.trainingData(request, of: recorded, in: session)
    let loop = TrainingLoop(session: session, data: data, tokenizer: recorded.tokenizer)
    let summary = try loop.run(&trainer, replaces: overwrite)
    return ForkReport(
      training: TrainingReport(summary: summary), origin: origin,
      left: travelled.map(\.run.folder.name),
      changed: try RequestDifference.all(recorded.request, request),
      hasOtherData: data != recorded.data)
  }

  private func travelledStep(of run: RecordedRun, in session: Session) throws -> Int {
    guard let travel = session.desk.model?.travel, travel.run.folder == run.folder else {
      throw NotYet("say after which step to leave run '\(run.folder.name)', with --at")
    }
    return travel.step
  }
}

/// What a fork changed, and what it came to.
struct ForkReport: Report {
  let training: TrainingReport
  let origin: Origin
  /// The run that was travelled.
  let left: String?
  let changed: [RequestDifference]
  let hasOtherData: Bool

  private enum CodingKeys: String, CodingKey { case training, origin, changed, hasOtherData }

  var figure: Figure? { training.figure }

  func text(on page: Page) -> String { noted(on: page).text(on: page) }

  func caption(on page: Page) -> String { noted(on: page).caption(on: page) }

  private func noted(on page: Page) -> TrainingReport {
    let changes =
      changed.map { "\($0.words) \($0.values[0] ?? "–") → \($0.values[1] ?? "–")" }
      + (hasOtherData ? ["other data"] : []) + origin.edits
    var training = training
    training.notes = [
      "forked   \(origin.run) after step \(origin.step)\n"
        + WrappedList.text(
          "changed", changes.isEmpty ? ["nothing"] : changes, separator: ", ", indent: 9,
          width: page.width)
        + (left.map { "\ndesk     \(training.summary.run)'s model; `travel \($0)` goes back" } ?? "")
    ]
    return training
  }
}
