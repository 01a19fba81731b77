import ArgumentParser
import Foundation
import Kernels
import Models
import Text
import Training

/// Goes on training a model on conversations, all of it or an adapter beside it.
package struct FineTune: CellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "finetune",
    abstract: "Teach a trained model to answer, with the loss on the answers only.",
    discussion: """
      Reads conversations from JSONL files: a line is {"messages": [{"role": "user", "content": …}, \
      {"role": "assistant", "content": …}]}. With --lora the base stays frozen and two small \
      matrices beside each product are trained instead.
      """)

  @OptionGroup package var base: RunOption
  @Option(help: "Conversations to learn from (JSONL).", completion: .file())
  var data: String?
  @Option(help: "Conversations to be judged by (JSONL).", completion: .file())
  var heldOut: String?
  @Option(help: "The new run's name.")
  var name = "tuned"
  @Flag(help: "Replace a run of the same name.")
  var overwrite = false
  @Flag(help: "Train an adapter of low rank beside the frozen base.")
  var lora = false
  @Option(help: "The adapter's rank; 8 if not given.")
  var rank: Int?
  @Option(help: "The adapter's strength, 16 if not given: its product counts alpha / rank.")
  var alpha: Float?
  @OptionGroup(title: "Training") var training: TrainingOptions
  @OptionGroup var plan: PlanOption
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func validate() throws {
    guard lora || (rank == nil && alpha == nil) else {
      throw ValidationError("--rank and --alpha are an adapter's: --lora trains one")
    }
  }

  package func report(in session: Session) throws -> any Report {
    let desk = try session.useModel(base.name)
    guard let run = desk.run else {
      throw NotYet("fine-tuning starts from a recorded run: `train` one, or name one with --run")
    }
    guard desk.model.adapter == nil else {
      throw NotYet("run '\(run)' is an adapter already; start from its base with --run")
    }
    let data = try conversations(session, desk.tokenizer)
    let adapter =
      lora
      ? Adapter.Plan(
        rank: rank ?? 8, alpha: alpha ?? 16,
        targets: Adapter.Plan.targets(of: desk.model.configuration)) : nil
    let request = try training.request(
      name: name, objective: .answers, window: desk.model.configuration.context,
      configuration: desk.model.configuration, adapter: adapter, base: run,
      defaults: TrainingOptions.Defaults(steps: 200, batch: 16, rate: lora ? 3e-3 : 5e-4),
      seed: session.desk.seed)
    let memory = try MemoryPlan(fitting: request, microBatch: training.microBatch.sequences)
    var model = desk.model
    if let adapter {
      model.adapter = Adapter(
        adapter, for: model.configuration, from: RandomUse.adapter.stream(seed: request.seed))
    }
    let loop = TrainingLoop(session: session, data: data, tokenizer: desk.tokenizer)
    let before = desk.model.parameters.fingerprint
    var trainer = Trainer(request, model: model)
    trainer.microBatch = training.microBatch.sequences
    if plan.isWanted { return try loop.plan(&trainer, memory) }
    let summary = try loop.run(&trainer, replaces: overwrite)
    let after = try RunPath(session.recordedRun(run), in: session).lastTrainer(in: session).model
      .parameters.fingerprint
    guard before == after else {
      throw CheckFailed("the base run '\(run)' changed from \(before) to \(after)")
    }
    let tuned = trainer.model
    return FineTuneReport(
      training: TrainingReport(summary: summary), base: run, baseBefore: before, baseAfter: after,
      touched: lora ? summary.trained : Self.changed(desk.model.parameters, tuned.parameters),
      total: summary.parameters)
  }

  private func conversations(_ session: Session, _ tokenizer: Tokenizer) throws -> TrainingData {
    let folder = session.home.data.appendingPathComponent("tidewick/support")
    func part(_ path: String?, _ standard: String) throws -> TrainingData.Part {
      let url =
        path.map { session.home.location(of: $0) } ?? folder.appendingPathComponent(standard)
      return try .conversations(at: url, tokenizer)
    }
    // Conversations of one's own are judged by themselves unless others are held out.
    return TrainingData(
      train: try part(data, "train.jsonl"), heldOut: try part(heldOut ?? data, "heldout.jsonl"))
  }

  /// How many weights differ in at least a bit.
  private static func changed(_ one: Parameters, _ other: Parameters) -> Int {
    zip(one.block.values, other.block.values).reduce(0) {
      $0 + ($1.0.bitPattern == $1.1.bitPattern ? 0 : 1)
    }
  }
}

/// What fine-tuning touched, and that it left the base alone.
struct FineTuneReport: Report {
  let training: TrainingReport
  let base: String
  let baseBefore: Fingerprint
  let baseAfter: Fingerprint
  /// Weights that fine-tuning changed or added.
  let touched: Int
  let total: Int

  private enum CodingKeys: String, CodingKey {
    case training, base, baseBefore, baseAfter, touched, total
  }

  var figure: Figure? { training.figure }

  func text(on page: Page) -> String { noted.text(on: page) }

  func caption(on page: Page) -> String { noted.caption(on: page) }

  private var noted: TrainingReport {
    var training = training
    training.notes = [
      """
      touched  \(NumberFormat.grouped(touched)) of \(NumberFormat.grouped(total)) weights, \
      \(NumberFormat.percent(Double(touched) / Double(total)))
      base     run \(base) has the fingerprint \(baseAfter), the same as before
      """
    ]
    return training
  }
}
