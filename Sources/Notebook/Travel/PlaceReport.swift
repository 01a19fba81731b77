import Kernels
import Models
import Training

/// What a traveller finds at a step of a run.
struct PlaceReport: Report {
  let run: String
  let step: Int
  let steps: Int
  let loss: Float?
  /// By how much the loss rose over the step before.
  let rise: Float?
  let rate: Float?
  let gradientNorm: Float?
  let heldOutLoss: Float?
  /// The beginning of the first sequence that the step read.
  let text: String?
  let sequences: Int?
  let positions: Int?
  let weights: Fingerprint
  /// What the run went on from, if it was forked.
  let origin: Origin?

  init(_ run: RecordedRun, step: Int, trainer: Trainer, batch: TrainingBatch?) {
    self.run = run.folder.name
    self.step = step
    steps = run.lastStep
    origin = run.request.origin
    let record = run.record(of: step)
    let before = run.record(of: step - 1)
    loss = record?.loss
    rise = record.flatMap { record in before.map { record.loss - $0.loss } }
    rate = record?.rate
    gradientNorm = record?.gradientNorm
    heldOutLoss = record?.heldOutLoss
    text = batch.map { (try? run.tokenizer.decodeText($0.tokens.row(0))) ?? "" }
    sequences = batch?.tokens.batch
    positions = batch?.tokens.time
    weights = trainer.model.trainable.fingerprint
  }

  func text(on page: Page) -> String {
    var lines = ["\(run) @ \(step), of \(NumberFormat.counted(steps, "step"))"]
    guard let loss, let rate, let gradientNorm, let text, let sequences, let positions else {
      lines.append(
        origin.map { "as \($0.run) was after step \($0.step); the fork's first step comes next" }
          ?? "before the first step: nothing was read yet")
      lines += (origin?.edits ?? []).map { "set by hand    \($0)" }
      return (lines + ["weights        fingerprint \(weights)"]).joined(separator: "\n")
    }
    let change = rise.map { rise in
      " (\(NumberFormat.short(rise.magnitude)) \(rise < 0 ? "less" : "more") than the step before)"
    }
    lines.append("loss           \(NumberFormat.short(loss, digits: 6))\(change ?? "")")
    if let heldOutLoss {
      lines.append("held out       \(NumberFormat.short(heldOutLoss, digits: 6))")
    }
    lines += [
      "gradient norm  \(NumberFormat.short(gradientNorm, digits: 6))",
      "learning rate  \(NumberFormat.short(rate))",
      "read           \(NumberFormat.counted(sequences, "sequence")) of"
        + " \(NumberFormat.counted(positions, "token")); the first begins",
      "  "
        + Excerpt.text(text, width: page.width - 2),
      "weights        fingerprint \(weights), as recorded",
    ]
    return lines.joined(separator: "\n")
  }
}
