import Models
import Tensors
import Training

/// An expression that has a value at each step of a run. Besides the names of the model it knows the
/// numbers of the record: `step`, `loss`, `rate`, `gradient_norm` and `held_out_loss`.
struct StepExpression {
  let source: String
  let need: StepNeed
  /// The numbers of the record that it names.
  private let recordNames: [RecordName]

  /// Reads it. Throws `ExpressionError`.
  init(_ source: String, of run: RecordedRun, in session: Session) throws {
    let expression = try Parser.parse(source)
    self.source = source
    need = StepNeed(expression, model: run.emptyModel) { name in
      session.desk.variables[name] != nil || ["_", "Out", "In"].contains(name)
    }
    let words = expression.words
    recordNames = RecordName.allCases.filter { words.contains(.name($0.rawValue)) }
  }

  /// Whether it has a value at a step: held-out loss is measured at some only, and before the first
  /// step there are weights, but no record.
  func hasValue(at step: Int, of run: RecordedRun) -> Bool {
    guard let record = run.record(of: step) else {
      return step == run.start && need == .weights && recordNames.allSatisfy { $0 == .step }
    }
    return !recordNames.contains(.heldOutLoss) || record.heldOutLoss != nil
  }

  /// The steps of a range at which it has a value.
  func steps(_ range: ClosedRange<Int>, of run: RecordedRun) -> [Int] {
    range.filter { hasValue(at: $0, of: run) }
  }

  /// The value as one number, where what it needs of the step lies on the desk. Throws an
  /// `ExpressionError` if it is none.
  func number(at step: Int, of run: RecordedRun, in session: Session) throws -> Double {
    switch try value(at: step, of: run, in: session) {
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

  /// The value at a step as true or false; the desk stays as it is. Throws an `ExpressionError` if it
  /// is neither, and what playing the step again throws.
  func truth(at step: Int, on path: RunPath, in session: Session) throws -> Bool {
    let value = try path.stand(at: step, need, in: session) {
      try self.value(at: step, of: path.run, in: session)
    }
    if case .truth(let truth) = value { return truth }
    throw error(
      "this is \(value.kind), neither true nor false",
      "compare it, as in loss < 2 or predict(\"the ferry\") == \" leaves\"")
  }

  private func value(at step: Int, of run: RecordedRun, in session: Session) throws -> Value {
    let names = RecordName.values(of: run.record(of: step), step: step)
    return try session.evaluate(expression: source, extra: names)
  }

  private func error(_ message: String, _ remedy: String) -> ExpressionError {
    ExpressionError(message, remedy: remedy, source: source, range: 0..<source.count)
  }
}
