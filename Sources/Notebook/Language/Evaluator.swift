import Tensors

/// Computes what an expression stands for. Every failure is an `ExpressionError` at its place;
/// `Interrupted` and what the scope throws pass through.
struct Evaluator {
  let scope: any NameScope
  /// The text that the expressions were parsed from.
  let source: String
  let computation: Computation

  /// Parses and evaluates `source` from the character `start` on.
  static func value(of source: String, from start: Int = 0, in scope: any NameScope) throws
    -> Value
  {
    let expression = try Parser.parse(source, from: start)
    let computation = Computation(scope.surroundings)
    return try Evaluator(scope: scope, source: source, computation: computation)
      .value(of: expression)
  }

  func value(of expression: Expression) throws -> Value {
    switch expression.form {
    case .number(let number): return .number(number)
    case .text(let text): return .text(text)
    case .truth(let truth): return .truth(truth)
    case .name(let name): return try named(name, expression.range)
    case .list(let items):
      let values = try items.map(value)
      return try placed(expression.range) { try Value.list(values).checked(computation.limits) }
    case .call(let name, let arguments): return try call(name, arguments, expression.range)
    case .index(let operand, let selectors):
      return try index(operand, selectors, expression.range)
    case .transpose(let operand):
      let operand = try value(of: operand)
      return try placed(expression.range) { try transposed(operand) }
    case .shape(let operand):
      let operand = try value(of: operand)
      return try placed(expression.range) { Value(try operand.tensorValue().shape.sizes) }
    case .negative(let operand):
      let operand = try value(of: operand)
      return try placed(expression.range) {
        try Arithmetic.negative(operand, in: computation)
      }
    case .not(let operand): return .truth(try !truth(of: operand))
    case .binary(let operation, let left, let right):
      return try binary(operation, left, right, expression.range)
    }
  }

  func error(_ complaint: Complaint, _ range: Range<Int>) -> ExpressionError {
    ExpressionError(
      complaint.message, remedy: complaint.remedy, source: source, range: range)
  }

  /// Runs `body` and gives its complaint a place.
  func placed<Result>(_ range: Range<Int>, _ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let complaint as Complaint { throw error(complaint, range) }
  }

  private func truth(of expression: Expression) throws -> Bool {
    let value = try value(of: expression)
    return try placed(expression.range) { try value.truthValue() }
  }

  private func binary(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression, _ range: Range<Int>
  ) throws -> Value {
    switch operation {
    case .and: return .truth(try truth(of: left) && truth(of: right))
    case .or: return .truth(try truth(of: left) || truth(of: right))
    default:
      let (left, right) = (try value(of: left), try value(of: right))
      return try placed(range) {
        try operation.isComparison
          ? Comparison.of(left, operation, right, in: computation)
          : Arithmetic.of(left, operation, right, in: computation)
      }
    }
  }

  private func named(_ name: String, _ range: Range<Int>) throws -> Value {
    if let value = try scope.value(named: name) { return value }
    throw error(UnknownName(name, in: scope).complaint, range)
  }

  private func transposed(_ value: Value) throws -> Value {
    let labelled = try value.tensorValue()
    let rank = labelled.shape.rank
    if rank == 0 { return value }
    guard rank >= 2 else {
      throw Complaint(
        ".T swaps the last two axes, and \(value.kind) has 1",
        remedy: "[\(labelled.shape.axes[0].name)] needs none: x @ y takes it as it is")
    }
    return .tensor(try labelled.swapping(rank - 2, rank - 1, in: computation))
  }
}
