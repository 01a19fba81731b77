import Inference
import Models
import Tensors
import Text

/// The pass that a view looks into: its tokens, and everything in it by name.
struct PassView {
  let desk: DeskModel
  /// With the weights that the pass was made with.
  let model: Model
  let trace: Trace

  /// The pass over `text` if one is given, which then lies on the desk, else the desk's last one.
  ///
  /// A training step's pass is made once more if it had dropout, without. Throws `NotYet` if there is
  /// no pass, and what a pass throws.
  init(over text: String?, run: String?, in session: Session) throws {
    let desk = try text.map { try session.trace($0, run: run) } ?? session.useModel(run)
    guard let trace = desk.trace else {
      throw NotYet("there is no pass to look into yet: `forward \"…\"` makes one")
    }
    self.desk = desk
    model = desk.passModel
    let isOfStep = trace["loss"] != nil
    let hasDropout = isOfStep && model.configuration.dropout > 0
    self.trace = hasDropout ? try model.trace(trace.batch, pool: session.pool()) : trace
  }

  /// What the tokens of a batch row are called.
  func tokens(ofRow row: Int = 0) -> [String] {
    trace.batch.row(row).map { desk.tokenizer.visibleLabel(of: $0) }
  }

  /// A position counted from the front. Throws `NotYet` if the pass has none such.
  func position(_ number: Int) throws -> Int {
    let time = trace.batch.time
    guard number >= -time, number < time else {
      throw NotYet(
        "there is no position \(number): the pass has \(NumberFormat.counted(time, "token")), 0 to"
          + " \(time - 1), or -1 to -\(time) counted from the end")
    }
    return number < 0 ? number + time : number
  }

  /// A tensor with what stands along its axes.
  func labelled(_ tensor: Tensor) -> LabelledTensor { ModelTensors(desk: desk).labelled(tensor) }
}

/// A token that could come next.
struct TokenGuess: Encodable, Equatable {
  let id: Int
  let token: String
  let probability: Float

  /// The most probable tokens of one row of logits [V], ties by id.
  static func top(_ count: Int, of logits: [Float], _ tokenizer: Tokenizer) -> [TokenGuess] {
    Sampling().candidates(logits, first: count).map {
      TokenGuess(
        id: $0.id, token: tokenizer.visibleLabel(of: $0.id), probability: $0.probability)
    }
  }
}
