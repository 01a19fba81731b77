import ArgumentParser
import Inference
import Models
import Tensors

/// What a command that replaces an activation shows about it.
package struct InterventionOptions: ParsableArguments {
  @Option(
    parsing: .unconditional, help: "The position whose prediction is shown; -1 is the last.")
  var position = -1
  @Option(help: "How many of the most probable tokens, before and after, are shown.")
  var top = 5
  @OptionGroup package var run: RunOption

  package init() {}

  package func validate() throws {
    guard (1...50).contains(top) else { throw ValidationError("--top must be 1 to 50") }
  }
}

/// A pass computed once more with an activation replaced, beside the pass as it was.
struct Intervention {
  let part: ActivationPart
  /// What stands in its place, in words.
  let replacement: String
  let value: LabelledTensor

  /// What the prediction and the loss become. Throws `ExpressionError` if the replacement does not
  /// fit, and `NotYet` for a position that the pass has not.
  func report(of view: PassView, _ options: InterventionOptions, in session: Session) throws
    -> InterventionReport
  {
    let position = try view.position(options.position)
    let (tensor, count) = try part.whole(withPart: value)
    let pool = try session.pool()
    let changed = try view.model.trace(view.trace.batch, pool: pool) { name, _ in
      name == part.name ? tensor : nil
    }
    func loss(_ trace: Trace) -> Float? {
      trace["logits"].flatMap { TextLoss.mean($0, of: trace.batch, pool: pool) }
    }
    return InterventionReport(
      replaced: part.source, replacement: replacement, numbers: count,
      loss: loss(view.trace).flatMap { before in
        loss(changed).map { .init(before: before, after: $0) }
      }, tokens: Array(view.tokens().prefix(position + 1)),
      predictions: Self.predictions(
        row(of: view.trace, position), row(of: changed, position), top: options.top, view.desk))
  }

  /// The probabilities after one position of the first text.
  private func row(of trace: Trace, _ position: Int) -> [Float] {
    guard let probabilities = trace["probs"] else { preconditionFailure("a pass names probs") }
    let size = probabilities.shape.lastSize
    return Array(
      UnsafeBufferPointer(start: probabilities.pointer + position * size, count: size))
  }

  /// The most probable tokens of both rows by what they had before, then by what they have after.
  private static func predictions(
    _ before: [Float], _ after: [Float], top: Int, _ desk: DeskModel
  ) -> [InterventionReport.Prediction] {
    func best(_ row: [Float]) -> [Int] {
      Array(row.indices.sorted { (row[$1], $0) < (row[$0], $1) }.prefix(top))
    }
    let kept = best(before)
    return (kept + best(after).filter { !kept.contains($0) }).map { id in
      InterventionReport.Prediction(
        id: id, token: desk.tokenizer.visibleLabel(of: id), before: before[id], after: after[id])
    }
  }
}

extension ExpressionCommand {
  /// What was typed behind an option, without the quotes around the whole of it.
  static func typed(_ words: [String]) -> String {
    let text = words.map(\.trimmingBlanks).joined(separator: " ")
    guard let quote = text.first, quote == "\"" || quote == "'",
      let inside = try? ShellWords.split(text), inside.count == 1, text.last == quote
    else { return text }
    return inside[0]
  }
}
