/// Reads an expression by recursive descent, binary operators by precedence climbing.
///
///     expression = operand { operator operand }
///     operand    = "-" expression | "not" expression | primary { "[" … "]" | ".T" | ".shape" }
///     primary    = number | text | "true" | "false" | name | name "(" arguments ")"
///                | "(" expression ")" | "[" expressions "]"
package struct Parser {
  /// How deep brackets, signs and powers may nest.
  static let depthLimit = 64
  /// How many operators and brackets one expression may hold.
  static let sizeLimit = 500

  private let source: String
  let tokens: [Token]
  private(set) var position = 0
  private var depth = 0
  private var size = 0

  private init(_ source: String, from start: Int) throws {
    self.source = source
    var lexer = Lexer(source, from: start)
    tokens = try lexer.tokens()
  }

  /// The expression that all of `source` from the character `start` on spells. Throws
  /// `ExpressionError`.
  package static func parse(_ source: String, from start: Int = 0) throws -> Expression {
    var parser = try Parser(source, from: start)
    let expression = try parser.expression(above: 0)
    guard parser.current.kind == .end else { throw parser.trailing() }
    return expression
  }

  var current: Token { tokens[position] }

  mutating func advance() { if position < tokens.count - 1 { position += 1 } }

  mutating func take(_ symbol: String) -> Bool {
    guard current.kind == .symbol(symbol) else { return false }
    advance()
    return true
  }

  func error(_ message: String, _ range: Range<Int>? = nil, remedy: String? = nil)
    -> ExpressionError
  {
    ExpressionError(message, remedy: remedy, source: source, range: range ?? current.range)
  }

  func trailing() -> ExpressionError {
    switch current.kind {
    case .symbol("="):
      error(
        "'=' cannot stand here", remedy: "== compares; an assignment stands alone: x = expression")
    case .symbol(let bracket) where bracket == ")" || bracket == "]":
      error("this \(bracket) closes nothing", remedy: "remove it, or open it before")
    default:
      error(
        "the expression has ended before \(current.spelling)",
        remedy: "put an operator or a comma between, or check the command's name (? lists them)")
    }
  }

  mutating func grow() throws {
    size += 1
    guard size <= Self.sizeLimit else {
      throw error(
        "the expression has more than \(Self.sizeLimit) parts",
        remedy: "give a part of it a name first: x = …")
    }
  }

  mutating func expression(above minimum: Int) throws -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else {
      throw error(
        "the expression nests more than \(Self.depthLimit) levels deep",
        remedy: "give a part of it a name first: x = …")
    }
    var left = try operand()
    var hasCompared = false
    while let found = binaryOperator, found.precedence > minimum {
      if found.isComparison, hasCompared {
        throw error(
          "comparisons do not chain", remedy: "write each for itself: 0 < x and x < 1")
      }
      hasCompared = found.isComparison
      try grow()
      advance()
      let bound = found == .power ? found.precedence - 1 : found.precedence
      let right = try expression(above: bound)
      left = Expression(
        form: .binary(found, left, right),
        range: left.range.lowerBound..<right.range.upperBound)
    }
    return left
  }

  private var binaryOperator: BinaryOperator? {
    switch current.kind {
    case .symbol(let symbol): BinaryOperator(rawValue: symbol)
    case .name("and"): .and
    case .name("or"): .or
    default: nil
    }
  }

  private mutating func operand() throws -> Expression {
    let start = current.range.lowerBound
    if take("-") {
      try grow()
      let operand = try expression(above: BinaryOperator.signPrecedence)
      return Expression(form: .negative(operand), range: start..<operand.range.upperBound)
    }
    if current.kind == .name("not") {
      try grow()
      advance()
      let operand = try expression(above: BinaryOperator.notPrecedence)
      return Expression(form: .not(operand), range: start..<operand.range.upperBound)
    }
    return try postfix(primary())
  }
}
