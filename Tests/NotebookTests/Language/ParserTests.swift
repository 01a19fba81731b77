import Testing

@testable import Notebook

@Suite struct ParserTests {
  /// The tree in brackets.
  private func tree(_ source: String) throws -> String { Self.written(try Parser.parse(source)) }

  private static func written(_ expression: Expression) -> String {
    switch expression.form {
    case .number(let number): NumberFormat.exact(number)
    case .text(let text): "'\(text)'"
    case .truth(let truth): "\(truth)"
    case .name(let name): name
    case .list(let items): "[" + items.map(written).joined(separator: " ") + "]"
    case .call(let name, let arguments):
      "\(name)<"
        + arguments.map { ($0.key.map { $0 + "=" } ?? "") + written($0.value) }
        .joined(separator: " ") + ">"
    case .index(let operand, let selectors):
      "\(written(operand))[" + selectors.map(written).joined(separator: " ") + "]"
    case .transpose(let operand): written(operand) + ".T"
    case .shape(let operand): written(operand) + ".shape"
    case .negative(let operand): "(- \(written(operand)))"
    case .not(let operand): "(not \(written(operand)))"
    case .binary(let operation, let left, let right):
      "(\(operation.rawValue) \(written(left)) \(written(right)))"
    }
  }

  private static func written(_ selector: Expression.Selector) -> String {
    switch selector {
    case .position(let expression): written(expression)
    case .rest: "..."
    case .slice(let start, let stop, let step, _):
      [start, stop, step].map { $0.map(written) ?? "" }.joined(separator: ":")
    }
  }

  @Test(arguments: [
    ("1 + 2 * 3", "(+ 1 (* 2 3))"),
    ("1 - 2 - 3", "(- (- 1 2) 3)"),
    ("2 ^ 3 ^ 2", "(^ 2 (^ 3 2))"),
    ("-2 ^ 2", "(- (^ 2 2))"),
    ("2 ^ -1", "(^ 2 (- 1))"),
    ("-x @ y / 2", "(/ (@ (- x) y) 2)"),
    ("(1 + 2) * 3", "(* (+ 1 2) 3)"),
    ("not a == b and c or d", "(or (and (not (== a b)) c) d)"),
    ("(1 < 2) == true", "(== (< 1 2) true)"),
    ("a < 1 and b != 2", "(and (< a 1) (!= b 2))"),
    (".5e-3 + 2E2", "(+ 0.0005 200)"),
    ("blocks.0.attn.q[0, 2].T", "blocks.0.attn.q[0 2].T"),
    ("blocks.0.attn.q.T.shape", "blocks.0.attn.q.T.shape"),
    ("q.weight.grad[..., -1]", "q.weight.grad[... (- 1)]"),
    ("x[1:5, ::2, :, 3:]", "x[1:5: ::2 :: 3::]"),
    ("x[0][1].shape", "x[0][1].shape"),
    ("f(x, key: 3, 'a')", "f<x key=3 'a'>"),
    ("f()", "f<>"),
    ("[1, [2, 3], []]", "[1 [2 3] []]"),
    ("[1, 2,]", "[1 2]"),
    (#""say \"ho\"\n" + 'it\'s'"#, "(+ 'say \"ho\"\n' 'it's')"),
    ("x # what x is", "x"),
    ("softmax(q @ k.T / sqrt(16))", "softmax<(/ (@ q k.T) sqrt<16>)>"),
  ])
  func trees(source: String, expected: String) throws {
    #expect(try tree(source) == expected)
  }

  @Test func rangesCoverTheirSource() throws {
    let source = "1 + f(x[0, 2].T)"
    let expression = try Parser.parse(source)
    #expect(expression.range == 0..<16)
    guard case .binary(_, _, let call) = expression.form, case .call(_, let arguments) = call.form
    else {
      Issue.record("not a sum with a call")
      return
    }
    #expect(call.range == 4..<16)
    #expect(arguments[0].range == 6..<15)
  }

  @Test func aLongChainAndADeepNestAreErrorsNotCrashes() {
    for source in [
      String(repeating: "(", count: 3000), String(repeating: "-", count: 3000) + "1",
      "1" + String(repeating: "+1", count: 1900), "x" + String(repeating: ".T", count: 1900),
      "x[0]" + String(repeating: ".T", count: 1900), "x" + String(repeating: "[0]", count: 1000),
      "2" + String(repeating: "^2", count: 1000), String(repeating: "not ", count: 900) + "true",
      "[" + String(repeating: "1,", count: 1500) + "]", String(repeating: "f(", count: 1500),
      String(repeating: "1", count: 5000),
    ] {
      #expect(throws: ExpressionError.self) { try Parser.parse(source) }
    }
  }
}
