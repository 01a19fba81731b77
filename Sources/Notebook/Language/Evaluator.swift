import Tensors

/// Computes what an expression stands for. Every failure is an `ExpressionError` at its place;
/// what the scope throws passes through.
struct Evaluator {
  let scope: any NameScope
  /// The text that the expressions were parsed from.
  let source: String

  /// Parses and evaluates `source` from the character `start` on.
  static func value(of source: String, from start: Int = 0, in scope: any NameScope) throws
    -> Value
  {
    let expression = try Parser.parse(source, from: start)
    return try Evaluator(scope: scope, source: source).value(of: expression)
  }

  func value(of expression: Expression) throws -> Value {
    switch expression.form {
    case .number(let number): return .number(number)
    case .text(let text): return .text(text)
    case .truth(let truth): return .truth(truth)
    case .name(let name): return try named(name, expression.range)
    case .list(let items): return .list(try items.map(value))
    case .call(let name, let arguments): return try call(name, arguments, expression.range)
    case .index(let operand, let selectors):
      return try index(operand, selectors, expression.range)
    case .transpose(let operand):
      let operand = try value(of: operand)
      return try placed(expression.range) { try Self.transposed(operand) }
    case .shape(let operand):
      let operand = try value(of: operand)
      return try placed(expression.range) { Value(try operand.tensorValue().shape.sizes) }
    case .negative(let operand):
      let operand = try value(of: operand)
      return try placed(expression.range) { try Arithmetic.negative(operand) }
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
          ? Comparison.of(left, operation, right) : Arithmetic.of(left, operation, right)
      }
    }
  }

  private func named(_ name: String, _ range: Range<Int>) throws -> Value {
    if let value = try scope.value(named: name) { return value }
    if let function = Function.named(name) {
      throw error(
        Complaint("\(name) is a function", remedy: "give it arguments: \(function.signature)"),
        range)
    }
    if name == "Out" {
      throw error(
        Complaint("Out needs a cell's number", remedy: "write Out[3], or _ for the latest"), range)
    }
    throw error(
      Complaint(
        "there is no name '\(name)'",
        remedy: Suggestion.question(for: name, in: scope.knownNames)
          ?? "'names' lists the names there are"), range)
  }

  private static func transposed(_ value: Value) throws -> Value {
    let labelled = try value.tensorValue()
    guard labelled.shape.rank >= 2 else {
      throw Complaint(
        ".T swaps the last two axes, and \(value.kind) has \(labelled.shape.rank)")
    }
    return .tensor(labelled.transposed())
  }
}
