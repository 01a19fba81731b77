import Kernels
import Models
import Text
import Training

/// The training documents that push a prediction up or down.
struct PredictionBlame: Report {
  /// One document and its push.
  struct Document: Encodable {
    /// Counted from 1 in the training data.
    let number: Int
    /// Its part of all pushes, by magnitude; below 0 pushes down.
    let share: Double
    /// From the sentence on in which the answer stands, or else from its beginning.
    let text: String
  }
  let run: String
  let prediction: BlamedPrediction
  let probability: Double
  /// The steps after which gradients were compared.
  let states: [Int]
  let documents: Int
  let looked: Int
  let up: [Document]
  let down: [Document]
  private(set) var check: PredictionCheck?
  /// Where the documents that were looked at lie, the one that pushes up most first.
  private let ranked: [(place: Range<Int>, score: Double)]

  private enum CodingKeys: String, CodingKey {
    case run, prediction, probability, states, documents, looked, up, down, check
  }

  /// - Parameter limit: how many documents are looked at
  /// - Throws: what playing the run again throws
  init(
    _ prediction: BlamedPrediction, top: Int, samples: Int, limit: Int, on path: RunPath,
    in session: Session
  ) throws {
    let recorded = path.run
    let pool = try session.pool()
    let data = recorded.data.train
    let all = data.documents(
      endingWith: Int32(recorded.tokenizer.specialID(Session.documentEnd) ?? -1))
    let chosen = (0..<min(limit, all.count)).map { $0 * all.count / min(limit, all.count) }
    var influence = Influence(
      documents: chosen.map { data.batches(of: all[$0], window: recorded.request.window) },
      on: prediction.batch)
    let count = recorded.steps.count
    let states = (0..<min(samples, count)).map { index in
      recorded.start + count * (2 * index + 1) / (2 * min(samples, count))
    }
    defer { session.console.showProgress(nil) }
    for (index, state) in states.enumerated() {
      let trainer = try path.trainer(after: state, in: session)
      let rate = recorded.request.schedule.rate(step: state + 1)
      try influence.add(trainer.model, rate: rate, pool: pool) { document in
        try session.checkInterrupt()
        session.console.showProgress(
          ProgressLine.text(
            done: index * chosen.count + document, of: states.count * chosen.count,
            facts: "comparing gradients", width: session.page.width))
      }
    }
    let scores = influence.scores
    let total = scores.reduce(0) { $0 + $1.magnitude }
    let order = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
    func document(_ index: Int) -> Document {
      let tokens = data.tokens[all[chosen[index]]].map(Int.init)
      return Document(
        number: chosen[index] + 1, share: total > 0 ? scores[index] / total : 0,
        text: Excerpt.sentence(
          with: prediction.answer.trimmingBlanks,
          in: (try? recorded.tokenizer.decodeText(tokens)) ?? ""))
    }
    run = recorded.folder.name
    self.prediction = prediction
    probability = prediction.probability(
      try path.trainer(after: recorded.lastStep, in: session).model, pool: pool)
    self.states = states
    documents = all.count
    looked = chosen.count
    up = order.prefix(top).filter { scores[$0] > 0 }.map(document)
    down = order.reversed().prefix(top).filter { scores[$0] < 0 }.map(document)
    ranked = order.map { (all[chosen[$0]], scores[$0]) }
  }

  /// Trains the run's model again with all documents, without learning those that push up most, and
  /// without as many that push least. Throws `NotYet` if none pushes it up, or fewer are left.
  /// - Parameters:
  ///   - count: how many are not learnt, at most
  ///   - seeds: how many trainings of each kind, the first by the run's own batches
  mutating func retrain(
    _ recorded: RecordedRun, without count: Int, seeds: Int, in session: Session
  ) throws {
    let top = ranked.prefix(count).filter { $0.score > 0 }
    guard !top.isEmpty else { throw NotYet("no document pushes it up: there is none to leave out") }
    // As many with the smallest push, which the model should hardly miss; ties in the data's order.
    let others = ranked.dropFirst(top.count)
      .sorted {
        ($0.score.magnitude, $0.place.lowerBound) < ($1.score.magnitude, $1.place.lowerBound)
      }
      .prefix(top.count)
    guard others.count == top.count else {
      throw NotYet(
        "--check \(count) leaves fewer to compare with, of \(NumberFormat.counted(looked, "document"))"
          + " that it looked at; leave out at most half of them")
    }
    let seeds = (0..<UInt64(seeds)).map { recorded.request.seed &+ $0 }
    var retraining = Retraining(recorded, prediction, trainings: 3 * seeds.count - 1, in: session)
    defer { session.console.showProgress(nil) }
    func probabilities(without left: [Range<Int>]) throws -> [Double] {
      try seeds.map { try retraining.probability(without: left, seed: $0) }
    }
    let again = try seeds.dropFirst().map { try retraining.probability(without: [], seed: $0) }
    check = PredictionCheck(
      without: top.count, seeds: seeds, withAll: [probability] + again,
      withoutTop: try probabilities(without: top.map(\.place)),
      withoutOthers: try probabilities(without: others.map(\.place)))
  }

  func text(on page: Page) -> String {
    let answer = VisibleText.of(prediction.answer)
    var lines = [
      "\(prediction.prompt) → \(answer): \(NumberFormat.percent(probability)) at the end of \(run)",
      WrappedList.text(
        "compared", ["after step"] + states.map(String.init), separator: " ", indent: 10,
        width: page.width),
      "documents \(looked) of \(documents), each by its part of all pushes",
    ]
    for (title, documents) in [("push it up", up), ("push it down", down)] where !documents.isEmpty
    {
      lines += ["", title] + documents.map { row($0, on: page) }
    }
    if let check { lines += ["", check.text(on: page)] }
    return lines.joined(separator: "\n")
  }

  private func row(_ document: Document, on page: Page) -> String {
    let share = NumberFormat.percent(document.share).rightAligned(to: 7)
    let head = "\(share)  \("\(document.number)".rightAligned(to: "\(documents)".count))  "
    return head + Excerpt.text(document.text, width: page.width - head.count)
  }
}
