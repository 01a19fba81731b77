import Models
import Tensors
import Training

/// The steps that moved one weight most, and the texts behind them.
struct WeightBlame: Report {
  /// What one step did to the weight.
  struct Move: Encodable, Equatable {
    let step: Int
    /// What it added.
    let change: Float
    /// Its part of all moves, by magnitude.
    let share: Double
    /// The step's gradient at this weight.
    let gradient: Float
    /// The sequence of the batch whose gradient pushed most to where the weight went, and that
    /// gradient.
    let sequence: Int
    let sequenceGradient: Float
    let text: String
  }
  let run: String
  let weight: String
  let start: Float
  let end: Float
  let steps: Int
  let moves: [Move]

  /// Plays the whole run once. Throws `ExpressionError` if `source` is no trained weight's element, and
  /// what playing throws.
  init(_ source: String, top: Int, on path: RunPath, in session: Session) throws {
    let run = path.run
    let first = try path.trainer(after: run.start, in: session)
    let place = try WeightPlace(source, of: first.model, in: session)
    func value(_ trainer: Trainer) -> Float {
      trainer.model.trainable[place.name]?[place.index] ?? .nan
    }
    self.run = run.folder.name
    weight = place.text
    start = value(first)
    var values = [start]
    for step in run.start + 1...run.lastStep {
      try session.checkInterrupt()
      values.append(value(try path.trainer(after: step, in: session)))
    }
    end = values[values.count - 1]
    steps = values.count - 1
    let changes = zip(values.dropFirst(), values).map { $0 - $1 }
    let total = changes.reduce(0.0) { $0 + Double($1.magnitude) }
    let largest = changes.indices.sorted {
      (changes[$1].magnitude, $0) < (changes[$0].magnitude, $1)
    }.prefix(top)
    let pool = try session.pool()
    moves = try largest.map { index in
      let step = run.start + index + 1
      let trainer = try path.trainer(after: step - 1, in: session)
      let batch = run.data.batch(step: step - run.start, run.request)
      let gradients = (0..<batch.tokens.batch).map { row in
        let block = trainer.gradient(ofSequence: row, in: batch, pool: pool)
        return trainer.model.trainable.view(place.name, of: block)?[place.index] ?? .nan
      }
      let whole = try path.played(step, in: session).outcome.gradients
      // A step goes against the gradient. Ties go to the first.
      let pushes = gradients.map { changes[index] < 0 ? $0 : -$0 }
      let row = pushes.indices.max { (pushes[$0], $1) < (pushes[$1], $0) } ?? 0
      return Move(
        step: step, change: changes[index],
        share: total > 0 ? Double(changes[index].magnitude) / total : 0,
        gradient: whole.flatMap { trainer.model.trainable.view(place.name, of: $0)?[place.index] }
          ?? .nan, sequence: row, sequenceGradient: gradients[row],
        text: (try? run.tokenizer.decodeText(batch.tokens.row(row))) ?? "")
    }
  }

  func text(on page: Page) -> String {
    var lines = [
      "\(weight) went from \(NumberFormat.short(start)) to \(NumberFormat.short(end)) in the"
        + " \(NumberFormat.counted(steps, "step")) of \(run)",
      "largest moves, each with the sequence that pushed most that way:",
    ]
    for move in moves {
      lines += [
        "",
        "step \(move.step)  \(signed(move.change)), \(NumberFormat.percent(move.share)) of all moves;"
          + " gradient \(NumberFormat.short(move.gradient)),"
          + " \(NumberFormat.short(move.sequenceGradient)) of it from sequence \(move.sequence):",
        "  " + Excerpt.text(move.text, width: page.width - 2),
      ]
    }
    return lines.joined(separator: "\n")
  }

  private func signed(_ value: Float) -> String {
    (value < 0 ? "" : "+") + NumberFormat.short(value)
  }
}
