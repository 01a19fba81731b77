extension WordLint {
  /// What is wrong with an expression that begins at the character `start`.
  func complaint(
    aboutExpression cell: String, from start: Int, variables: [String]
  ) -> Complaint? {
    do {
      _ = try Parser.parse(cell, from: start)
      return complaint(aboutNames: cell, from: start, variables: variables)
    } catch let error as ExpressionError {
      return Complaint(
        offset: error.range.lowerBound, what: error.message, remedy: error.remedy ?? "correct it")
    } catch {
      return nil
    }
  }

  /// The first name in an expression that no variable, tensor or function has.
  func complaint(aboutNames text: String, from start: Int = 0, variables: [String]) -> Complaint? {
    var lexer = Lexer(text, from: start)
    guard let tokens = try? lexer.tokens() else { return nil }
    var brackets: [String] = []
    for (index, token) in tokens.enumerated() {
      let next = index + 1 < tokens.count ? tokens[index + 1].kind : .end
      if case .symbol(let symbol) = token.kind {
        if ["(", "["].contains(symbol) { brackets.append(symbol) }
        if [")", "]"].contains(symbol) { _ = brackets.popLast() }
      }
      guard case .name(let name) = token.kind else { continue }
      // What stands behind a bracket and a point is a property: `x[0].T`.
      if index > 0, tokens[index - 1].kind == .symbol(".") { continue }
      // The key of an argument: `tolerance: 1e-4`.
      if next == .symbol(":"), brackets.last == "(" { continue }
      if isKnown(name, isCalled: next == .symbol("("), variables: variables) { continue }
      let candidates = variables + TensorGuide.names + Function.all.map(\.name)
      return Complaint(
        offset: token.range.lowerBound, what: "nothing is called `\(name)`",
        remedy: Suggestion.question(for: name, in: candidates)
          ?? "give it a value in a cell above, or correct it")
    }
    return nil
  }

  private func isKnown(_ name: String, isCalled: Bool, variables: [String]) -> Bool {
    var parts = name.split(separator: ".").map(String.init)
    while parts.count > 1, ["T", "shape"].contains(parts[parts.count - 1]) { parts.removeLast() }
    let bare = parts.joined(separator: ".")
    if isCalled, Function.named(bare) != nil { return true }
    return variables.contains(bare) || ReservedNames.words.contains(bare)
      || TensorGuide.description(of: bare) != nil
  }
}
