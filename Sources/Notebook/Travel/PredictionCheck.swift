import Kernels
import Training

/// What becomes of a prediction in trainings that do not learn some documents: each number one training,
/// by the batches of one seed. Where the seeds differ much, chance has much to do with it.
struct PredictionCheck: Encodable {
  /// How many documents were read as what stands before others, but not learnt.
  let without: Int
  /// That the batches were drawn by; the first is the run's own.
  let seeds: [UInt64]
  /// By seed: learning all documents, not those that push up most, not as many that push least.
  let withAll: [Double]
  let withoutTop: [Double]
  let withoutOthers: [Double]

  func text(on page: Page) -> String {
    var table = TextTable(
      [.init("trained again by seed")] + seeds.map { .init(String($0), .right) }
        + [.init("mean", .right)])
    let documents = NumberFormat.counted(without, "document")
    for (what, results) in [
      ("learning all documents", withAll),
      ("not the \(documents) that push it up most", withoutTop),
      ("not as many that push least", withoutOthers),
    ] {
      let mean = results.reduce(0, +) / Double(results.count)
      table.add([what] + (results + [mean]).map { NumberFormat.percent($0) })
    }
    return table.text(width: page.width)
  }
}

/// Trains a run again, from the same first weights, and asks what a prediction has become.
struct Retraining {
  let run: RecordedRun
  let prediction: BlamedPrediction
  let session: Session
  /// How many trainings there are to be, for the progress line.
  let trainings: Int
  private var done = 0

  init(_ run: RecordedRun, _ prediction: BlamedPrediction, trainings: Int, in session: Session) {
    self.run = run
    self.prediction = prediction
    self.trainings = trainings
    self.session = session
  }

  /// The probability of the prediction after training by a seed's batches, in which some documents are
  /// read but not learnt. Nothing is recorded.
  mutating func probability(without left: [Range<Int>], seed: UInt64) throws -> Double {
    let data = TrainingData(
      train: run.data.train.withoutLearning(left), heldOut: run.data.heldOut)
    var request = run.request
    request.seed = seed
    let pool = try session.pool()
    var trainer = try run.trainer(atSnapshot: 0)
    let steps = run.steps.count
    while trainer.completedSteps < steps {
      try session.checkInterrupt()
      let batch = data.batch(step: trainer.completedSteps + 1, request)
      _ = try trainer.step(on: batch, pool: pool)
      session.console.showProgress(
        ProgressLine.text(
          done: done * steps + trainer.completedSteps, of: trainings * steps,
          facts: "training again", width: session.page.width))
    }
    done += 1
    return prediction.probability(trainer.model, pool: pool)
  }
}
