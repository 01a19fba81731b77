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
  private let tokens: [Token]
  private var position = 0
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

  private var current: Token { tokens[position] }

  private mutating func advance() { if position < tokens.count - 1 { position += 1 } }

  private mutating func take(_ symbol: String) -> Bool {
    guard current.kind == .symbol(symbol) else { return false }
    advance()
    return true
  }

  private func error(_ message: String, _ range: Range<Int>? = nil, remedy: String? = nil)
    -> ExpressionError
  {
    ExpressionError(message, remedy: remedy, source: source, range: range ?? current.range)
  }

  private func trailing() -> ExpressionError {
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

  private mutating func grow() throws {
    size += 1
    guard size <= Self.sizeLimit else {
      throw error(
        "the expression has more than \(Self.sizeLimit) parts",
        remedy: "give a part of it a name first: x = …")
    }
  }

  private mutating func expression(above minimum: Int) throws -> Expression {
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

  private mutating func primary() throws -> Expression {
    let token = current
    switch token.kind {
    case .number(let number):
      advance()
      return Expression(form: .number(number), range: token.range)
    case .text(let text):
      advance()
      return Expression(form: .text(text), range: token.range)
    case .name("and"), .name("or"):
      throw error("\(token.spelling) needs something before it")
    case .name(let name):
      advance()
      return try named(name, token.range)
    case .symbol("("):
      advance()
      let inner = try expression(above: 0)
      let end = try close(")", opened: token)
      return Expression(form: inner.form, range: token.range.lowerBound..<end)
    case .symbol("["):
      advance()
      let (items, end) = try items(closing: "]", opened: token) {
        try $0.expression(above: 0)
      }
      return Expression(form: .list(items), range: token.range.lowerBound..<end)
    case .end:
      throw error("the expression ends where a value should follow")
    case .symbol("="):
      throw trailing()
    case .symbol(let symbol):
      throw error("'\(symbol)' cannot stand where a value should")
    }
  }

  /// What a name begins: a truth, a call, or a name with the properties split off its end.
  private mutating func named(_ name: String, _ range: Range<Int>) throws -> Expression {
    if name == "true" || name == "false" {
      return Expression(form: .truth(name == "true"), range: range)
    }
    if current.kind == .symbol("(") {
      let open = current
      advance()
      try grow()
      let (arguments, end) = try items(closing: ")", opened: open) { try $0.argument() }
      return Expression(form: .call(name, arguments), range: range.lowerBound..<end)
    }
    var parts = name.split(separator: ".").map(String.init)
    var properties: [String] = []
    while parts.count > 1, let last = parts.last, last == "T" || last == "shape" {
      properties.insert(last, at: 0)
      parts.removeLast()
    }
    let bare = parts.joined(separator: ".")
    var end = range.lowerBound + bare.count
    var expression = Expression(form: .name(bare), range: range.lowerBound..<end)
    for property in properties {
      try grow()
      end += property.count + 1
      expression = Expression(
        form: property == "T" ? .transpose(expression) : .shape(expression),
        range: range.lowerBound..<end)
    }
    return expression
  }

  private mutating func argument() throws -> Expression.Argument {
    let first = current
    if case .name(let key) = first.kind, tokens[position + 1].kind == .symbol(":") {
      advance()
      advance()
      let value = try expression(above: 0)
      return Expression.Argument(
        key: key, value: value, range: first.range.lowerBound..<value.range.upperBound)
    }
    let value = try expression(above: 0)
    return Expression.Argument(key: nil, value: value, range: value.range)
  }

  private mutating func postfix(_ operand: Expression) throws -> Expression {
    var operand = operand
    while true {
      let token = current
      if take("[") {
        try grow()
        let (selectors, end) = try items(closing: "]", opened: token) { try $0.selector() }
        guard !selectors.isEmpty else {
          throw error(
            "an index is missing", token.range.lowerBound..<end, remedy: "for example [0] or [1:5]")
        }
        operand = Expression(
          form: .index(operand, selectors), range: operand.range.lowerBound..<end)
      } else if take(".") {
          operand = try property(of: operand)
      } else {
        return operand
      }
    }
  }

  private mutating func property(of operand: Expression) throws -> Expression {
    let token = current
    guard case .name(let properties) = token.kind else {
      throw error("a property should follow the dot", remedy: "known are .T and .shape")
    }
    advance()
    var result = operand
    for property in properties.split(separator: ".") {
      try grow()
      let range = operand.range.lowerBound..<token.range.upperBound
      switch property {
      case "T": result = Expression(form: .transpose(result), range: range)
      case "shape": result = Expression(form: .shape(result), range: range)
      default:
        throw error(
          "there is no property '\(property)'", token.range,
          remedy: "known are .T and .shape; name.grad and its like stand before the brackets")
      }
    }
    return result
  }

  private mutating func selector() throws -> Expression.Selector {
    let start = current.range
    if take("...") { return .rest(range: start) }
    var parts: [Expression?] = [nil]
    var end = start.upperBound
    while true {
      let token = current
      if take(":") {
        guard parts.count < 3 else {
          throw error("a slice has at most two colons", token.range, remedy: "start:stop:step")
        }
        parts.append(nil)
        end = token.range.upperBound
      } else if token.kind == .symbol(",") || token.kind == .symbol("]") || token.kind == .end {
        break
      } else if parts[parts.count - 1] == nil {
        let part = try expression(above: 0)
        parts[parts.count - 1] = part
        end = part.range.upperBound
      } else {
        break
      }
    }
    if parts.count == 1 {
      guard let position = parts[0] else { throw error("an index is missing here") }
      return .position(position)
    }
    return .slice(
      start: parts[0], stop: parts[1], step: parts.count == 3 ? parts[2] : nil,
      range: start.lowerBound..<end)
  }

  /// Entries with commas between, up to the closing bracket; also where that ends.
  private mutating func items<Item>(
    closing: String, opened: Token, _ item: (inout Parser) throws -> Item
  ) throws -> ([Item], end: Int) {
    var items: [Item] = []
    while current.kind != .symbol(closing) {
      items.append(try item(&self))
      try grow()
      guard take(",") else { break }
    }
    return (items, try close(closing, opened: opened))
  }

  private mutating func close(_ bracket: String, opened: Token) throws -> Int {
    let token = current
    if take(bracket) { return token.range.upperBound }
    guard token.kind == .end else {
      throw error("'\(bracket)' or a comma should stand before \(token.spelling)")
    }
    throw error(
      "this \(opened.spelling.dropFirst().dropLast()) is never closed", opened.range,
      remedy: "add \(bracket)")
  }
}
