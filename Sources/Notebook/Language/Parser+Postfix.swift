extension Parser {
  /// An operand with the indices and properties behind it.
  mutating func postfix(_ operand: Expression) throws -> Expression {
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
}
