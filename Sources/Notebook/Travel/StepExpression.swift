import Models
import Tensors
import Training

/// An expression that has a value at each step of a run. Besides the names of the model it knows the
/// numbers of the record: `step`, `loss`, `rate`, `gradient_norm` and `held_out_loss`.
struct StepExpression {
  let source: String
  let need: StepNeed
  private let usesHeldOutLoss: Bool

  /// Reads it. Throws `ExpressionError`.
  init(_ source: String, of run: RecordedRun, in session: Session) throws {
    let expression = try Parser.parse(source)
    self.source = source
    need = StepNeed(expression, model: try run.latestModel()) { name in
      session.desk.variables[name] != nil || ["_", "Out", "In"].contains(name)
    }
    usesHeldOutLoss = expression.words.contains(.name(RecordName.heldOutLoss.rawValue))
  }

  /// The steps of a range at which it has a value; held-out loss is measured at some only.
  func steps(_ range: ClosedRange<Int>, of run: RecordedRun) -> [Int] {
    range.filter { step in
      guard let record = run.record(of: step) else {
        return step == run.start && need == .weights && !usesHeldOutLoss
      }
      return !usesHeldOutLoss || record.heldOutLoss != nil
    }
  }

  /// The value at a step; the desk stays as it is. Throws `ExpressionError`, and what playing the step
  /// again throws.
  func value(at step: Int, on path: RunPath, in session: Session) throws -> Value {
    let names = RecordName.values(of: path.run.record(of: step), step: step)
    let desk = session.desk
    defer { session.desk = desk }
    switch need {
    case .record: break
    case .weights:
      let trainer = try path.trainer(after: step, in: session)
      session.put(DeskModel(trainer, tokenizer: path.run.tokenizer))
    case .step:
      let played = try path.played(step, in: session)
      session.put(
        DeskModel(
          Travel(path: path, step: step), played.trainer, played.outcome.traced))
    }
    return try session.evaluate(expression: source, extra: names)
  }

  /// The value as one number. Throws an `ExpressionError` if it is none.
  func number(at step: Int, on path: RunPath, in session: Session) throws -> Double {
    switch try value(at: step, on: path, in: session) {
    case .number(let number): return number
    case .truth(let truth): return truth ? 1 : 0
    case .tensor(let labelled) where labelled.shape.count == 1:
      return Double(labelled.tensor.values[0])
    case let other:
      throw error(
        "a curve takes one number of each step, and this is \(other.kind)",
        "norm(x), mean(x) or an index makes one number of it")
    }
  }

  /// The value as true or false. Throws an `ExpressionError` if it is neither.
  func truth(at step: Int, on path: RunPath, in session: Session) throws -> Bool {
    let value = try value(at: step, on: path, in: session)
    if case .truth(let truth) = value { return truth }
    throw error(
      "this is \(value.kind), neither true nor false",
      "compare it, as in loss < 2 or predict(\"the ferry\") == \" leaves\"")
  }

  private func error(_ message: String, _ remedy: String) -> ExpressionError {
    ExpressionError(message, remedy: remedy, source: source, range: 0..<source.count)
  }
}
