import ArgumentParser
import Training

/// What in the training is behind a weight or a prediction.
struct Blame: CellCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find the steps and texts of a run that moved a weight, or push a prediction.",
    discussion: """
      blame blocks.0.attn.q.weight[3, 5] lists the steps that moved this weight most, and for each the \
      sequence of its batch whose own gradient pushed it there most. AdamW also follows earlier \
      gradients, so that a step can move a weight against its own.
      blame --predict "The ferry leaves at" noon lists the training documents that push the prediction \
      up or down: those whose gradients agree with its own, at some of the run's states (TracIn). \
      --check 20 trains the model again without learning the 20 at the top, and without 20 that push \
      least, by several seeds: chance has its part in each training.
      """)

  @Argument(
    help: ArgumentHelp(
      "A weight as NAME[i, j]; with --predict what is to follow the text.",
      valueName: "expression"))
  var words: [String]
  @Option(name: .customLong("predict"), help: "The text before the prediction.")
  var prompt: String?
  @Option(help: "How many steps or documents to list.")
  var top = 5
  @Option(help: "At how many states of the run gradients are compared, with --predict.")
  var samples = 4
  @Option(help: "The most documents that are looked at, evenly spread, with --predict.")
  var documents = 400
  @Option(help: "Train again without so many documents at the top, with --predict.")
  var check: Int?
  @Option(
    help: "How many trainings of each kind --check makes, by one seed each; 3 if not given.")
  var seeds: Int?
  @OptionGroup var run: TravelledRun
  @OptionGroup var output: OutputOptions

  func validate() throws {
    for (value, what) in [
      (top, "--top"), (samples, "--samples"), (documents, "--documents"), (check ?? 1, "--check"),
      (seeds ?? 1, "--seeds"),
    ] where value < 1 {
      throw ValidationError("\(what) \(value): give at least 1")
    }
    guard check != nil || seeds == nil else {
      throw ValidationError("--seeds is about --check, which trains again")
    }
    if let seeds, seeds > 100 { throw ValidationError("--seeds \(seeds): give at most 100") }
    guard prompt != nil || check == nil else {
      throw ValidationError("--check is about a prediction; name it with --predict")
    }
  }

  func report(in session: Session) throws -> any Report {
    let path = try run.path(in: session)
    try path.run.require(step: path.run.lastStep)
    let text = words.joined(separator: " ")
    guard let prompt else { return try WeightBlame(text, top: top, on: path, in: session) }
    let prediction = try BlamedPrediction(prompt, text, path.run)
    var blame = try PredictionBlame(
      prediction, top: top, samples: samples, limit: documents, on: path, in: session)
    if let check { try blame.retrain(path.run, without: check, seeds: seeds ?? 3, in: session) }
    return blame
  }
}
