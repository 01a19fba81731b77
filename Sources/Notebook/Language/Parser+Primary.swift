extension Parser {
  /// A literal, a name, a call, a list, or an expression in brackets.
  mutating func primary() throws -> Expression {
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
      guard current.kind != .end else { throw unclosed(token) }
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

  /// `x`, or with its key `axis: 0`; Python's `axis=0` is understood.
  private mutating func argument() throws -> Expression.Argument {
    let first = current
    let next = tokens[min(position + 1, tokens.count - 1)].kind
    if case .name(let key) = first.kind, next == .symbol(":") || next == .symbol("=") {
      advance()
      advance()
      let value = try expression(above: 0)
      return Expression.Argument(
        key: key, value: value, range: first.range.lowerBound..<value.range.upperBound)
    }
    let value = try expression(above: 0)
    return Expression.Argument(key: nil, value: value, range: value.range)
  }

  /// Entries with commas between, up to the closing bracket; also where that ends.
  mutating func items<Item>(
    closing: String, opened: Token, _ item: (inout Parser) throws -> Item
  ) throws -> ([Item], end: Int) {
    var items: [Item] = []
    while current.kind != .symbol(closing), current.kind != .end {
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
    throw unclosed(opened)
  }

  private func unclosed(_ opened: Token) -> ExpressionError {
    let bracket = opened.spelling.dropFirst().dropLast()
    return error(
      "this \(bracket) is never closed", opened.range,
      remedy: "add \(bracket == "(" ? ")" : "]")")
  }
}
