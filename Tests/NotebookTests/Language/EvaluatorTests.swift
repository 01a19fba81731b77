import Testing

@testable import Notebook

@Suite struct EvaluatorTests {
  @Test(arguments: [
    ("1 + 2 * 3", "7"), ("7 / 2", "3.5"), ("2 ^ 10", "1024"), ("2 ^ -2", "0.25"),
    ("-2 ^ 2", "-4"), ("9 ^ 0.5", "3"), ("0.1 + 0.2", "0.30000000000000004"),
    ("sqrt(16)", "4"), ("abs(-3)", "3"), ("round(2.5)", "2"),
    ("round(3.5)", "4"), ("[10, 20, 30][[1, 2, 3] > 1]", "[20, 30]"),
    ("([1, 5, 2] + 0)[([1, 5, 2] + 0) >= 2]", "[2] 5 2"), ("sum([1, 2, 3][[1, 2, 3] > 5] )", "0"),
    ("([1, 2, 3] + 0)[([1, 2, 3] > 1) * ([1, 2, 3] < 3)]", "[1] 2"),
    ("[7, 8][([0, 2] > 1)[1]]", "8"),
    ("std([1, 3])", "1"), ("round(3.14159, digits: 2)", "3.14"),
    ("exp(0)", "1"), ("log(1)", "0"), ("tanh(0)", "0"), ("exp(1)", "2.7182817"),
    ("true and not false", "true"), ("false and 1", "false"), ("1 < 2 or 3", "true"),
    ("\"fer\" + 'ry'", "\"ferry\""), ("\"a\" < \"b\"", "true"), ("\"a\" == 1", "false"),
    ("[1, 2] == [1, 2]", "true"), ("[1, 2] != [1, 3]", "true"),
    ("[1, \"a\", true]", "[1, \"a\", true]"),
    ("[3, 4, 5][-1]", "5"), ("[3, 4, 5][1:]", "[4, 5]"), ("_[0]", "1"), ("Out[3]", "\"ferry\""),
    ("Out[1 + 2]", "\"ferry\""), ("answer == 7", "true"),
    ("x[0]", "[3] 1 2 3"), ("x[1, 2]", "6"), ("x[-1, -3]", "4"), ("x[:, 1]", "[2] 2 5"),
    ("x[..., -1]", "[2] 3 6"), ("x[..., 0, 1]", "2"), ("x[:, ::2]", "[2, 2] 1 3 4 6"),
    ("x[::-1, 0]", "[2] 4 1"), ("x[0, 5:9]", "[0] "), ("x[0, -2:]", "[2] 2 3"),
    ("x[0, 2:0:-1]", "[2] 3 2"), ("x[...]", "[2, 3] 1 2 3 4 5 6"),
    ("x.T", "[3, 2] 1 4 2 5 3 6"), ("x.shape", "[2, 3]"), ("x.T.shape", "[3, 2]"),
    ("x.shape == [2, 3]", "true"), ("shape(x[0])", "[3]"),
    ("x + 1", "[2, 3] 2 3 4 5 6 7"), ("2 * x[0] - x[1]", "[3] -2 -1 0"), ("-v", "[4] -0.5 1 -2 -0"),
    ("x * [1, 10, 100]", "[2, 3] 1 20 300 4 50 600"), ("x * [[1], [2]]", "[2, 3] 1 2 3 8 10 12"),
    ("x ^ 2", "[2, 3] 1 4 9 16 25 36"), ("x / 0", "[2, 3] inf inf inf inf inf inf"),
    ("x @ x.T", "[2, 2] 14 32 32 77"), ("x[0] @ x[1]", "32"), ("x @ [1, 0, 1]", "[2] 4 10"),
    ("[1, 1] @ x", "[3] 5 7 9"), ("dot(x[0], x[1])", "32"),
    ("x > 2", "[2, 3] 0 0 1 1 1 1"), ("x[0, 0] == 1", "true"), ("x[0] == [1, 2, 3]", "[3] 1 1 1"),
    ("all([1, 2, 3] == x[0])", "true"), ("[[1, 2], [3, 4]][0, 1]", "2"), ("x[0, 1].T", "2"),
    ("[[1, 2], [3, 4]][:, 0]", "[2] 1 3"), ("max(3, axis: -1)", "3"), ("argsort(3)", "[1] 0"),
    ("[[1, 2], [3]][1]", "[3]"),
    ("x[0, 1] > 1 and true", "true"), ("all(x > 0)", "true"), ("any(x > 6)", "false"),
    ("sum(x)", "21"), ("sum(x, axis: 0)", "[3] 5 7 9"), ("sum(x, axis: \"column\")", "[2] 6 15"),
    ("mean(x)", "3.5"), ("mean(x, axis: -1)", "[2] 2 5"), ("max(v)", "2"), ("min(v)", "-1"),
    ("var(x[0])", "0.6666667"), ("norm([3, 4])", "5"), ("argmax(v)", "2"), ("argmax(x)", "[2] 2 2"),
    ("len(x)", "2"), ("len(\"ferry\")", "5"), ("len([1])", "1"),
    ("softmax([0, 0])", "[2] 0.5 0.5"), ("softmax(x)[0, 0] < softmax(x)[0, 1]", "true"),
    ("allclose(x, x + 0.000001)", "true"), ("allclose(x, x + 1)", "false"),
    ("allclose(x, x + 1, tolerance: 2)", "true"), ("allclose(1 / 3, 0.3333333)", "true"),
    ("same(x, x)", "true"), ("same(x[0], x[1])", "false"),
    ("contains(\"the ferry\", \"fer\")", "true"), ("contains([1, 2], 2)", "true"),
    ("startswith(Out[3], \"f\")", "true"), ("lower(\"FERRY\")", "\"ferry\""),
    ("x # a comment", "[2, 3] 1 2 3 4 5 6"), ("x[0] + # first\n [1, 1,\n 1]", "[3] 2 3 4"),
    ("2 ** 3 ** 2", "512"), ("sum(x, axis=0)", "[3] 5 7 9"), ("sum(x, keepdims=true)", "[1, 1] 21"),
    ("x[[1, 0, 1], 0]", "[3] 4 1 4"), ("x[:, [2, -3]]", "[2, 2] 3 1 6 4"),
    ("v[[[0, 1], [2, 3]]]", "[2, 2] 0.5 -1 2 0"), ("x.T[argmax(x)][0]", "[2] 3 6"),
    ("sin(0) + cos(0)", "1"), ("cos([1, 0], [1, 0])", "1"), ("cos(x, [1, 0, 0])[0] > 0.2", "true"),
    ("relu(v)", "[4] 0.5 0 2 0"), ("relu(-2)", "0"), ("gelu(0)", "0"),
    ("silu([0, 100])", "[2] 0 100"),
    ("fma(x, 2, [1, 1, 1])", "[2, 3] 3 5 7 9 11 13"), ("fma(0.1, 10, -1)", "1.4901161e-08"),
    ("softmax([[0, 9], [0, 9]], axis: 0)", "[2, 2] 0.5 0.5 0.5 0.5"),
    ("logsoftmax([0, 0])", "[2] -0.6931472 -0.6931472"), ("meansquare([3, 4])", "12.5"),
    ("mean(x, axis: 1, keepdims: true)", "[2, 1] 2 5"), ("argmax(x, axis: 0)", "[3] 1 1 1"),
    ("argmax([1, 1, 0])", "0"), ("topk(v, 2)[0]", "[2] 2 0.5"), ("topk(v, 2)[1]", "[2] 2 0"),
    ("topk(x, 1, axis: 0)[1]", "[1, 3] 1 1 1"), ("sort(v)", "[4] -1 0 0.5 2"),
    ("sort(v, descending: true)", "[4] 2 0.5 0 -1"), ("argsort([2, 1, 2])", "[3] 1 0 2"),
    ("argsort([2, 1, 2], descending: true)", "[3] 0 2 1"), ("topk(v, 0)[0]", "[0] "),
    ("reshape(x, 3, 2)", "[3, 2] 1 2 3 4 5 6"), ("reshape(x, [-1])", "[6] 1 2 3 4 5 6"),
    ("shape(reshape(x, a: 3, b: -1, c: 1))", "[3, 2, 1]"), ("transpose(x)", "[3, 2] 1 4 2 5 3 6"),
    ("shape(transpose(blocks.0.attn.q, \"head\", \"position\"))", "[1, 3, 2, 4]"),
    ("shape(transpose(blocks.0.attn.q, [3, 2, 1, 0]))", "[4, 3, 2, 1]"),
    ("concat([[1], [2, 3]])", "[3] 1 2 3"), ("concat([x, x], axis: 1)[1]", "[6] 4 5 6 4 5 6"),
    ("zeros(2)", "[2] 0 0"), ("ones([2, 1])", "[2, 1] 1 1"), ("shape(zeros(a: 2, b: 0))", "[2, 0]"),
    ("arange(3)", "[3] 0 1 2"), ("arange(1, 2, 0.25)", "[4] 1 1.25 1.5 1.75"),
    ("arange(0)", "[0] "),
    ("arange(3, 0, -2)", "[2] 3 1"), ("onehot([2, 0], 3)", "[2, 3] 0 0 1 1 0 0"),
    ("onehot(1, 2)", "[2] 0 1"), ("causal(2)", "[2, 2] 0 -inf 0 0"),
    ("causal(x)", "[2, 3] 1 2 -inf 4 5 6"), ("same(randn(3, seed: 1), randn(3, seed: 1))", "true"),
    ("same(randn(3, seed: 1), randn(3, seed: 2))", "false"), ("shape(randn(2, 5))", "[2, 5]"),
    ("abs(mean(randn(10000))) < 0.05 and abs(var(randn(10000)) - 1) < 0.05", "true"),
    ("layernorm([1, 3], [1, 1], epsilon: 0)", "[2] -1 1"),
    ("layernorm([1, 3], [2, 2], [1, 1], epsilon: 0)", "[2] -1 3"),
    ("rmsnorm([3, 3], [1, 2], epsilon: 0)", "[2] 1 2"), ("rotary([[1, 2]])", "[1, 2] 1 2"),
    ("crossentropy([0, 0], 1)", "0.6931472"), ("max([1, 0 / sum([0]), 2])", "nan"),
    ("x.shape[-1] / 2", "1.5"),
  ])
  func values(source: String, expected: String) {
    #expect(TestScope().outcome(source) == expected)
  }

  @Test func batchedProductsMultiplyEachMatrix() {
    let scope = TestScope()
    #expect(scope.outcome("shape(blocks.0.attn.q @ blocks.0.attn.q.T)") == "[1, 2, 3, 3]")
    #expect(
      scope.outcome(
        "same((blocks.0.attn.q @ blocks.0.attn.q.T)[0, 1], blocks.0.attn.q[0, 1] @ blocks.0.attn.q[0, 1].T)"
      ) == "true")
  }

  @Test func labelsFollowTheSlices() throws {
    func labels(_ source: String) throws -> [[String]?] {
      guard case .tensor(let labelled) = try Evaluator.value(of: source, in: TestScope()) else {
        return []
      }
      return (0..<labelled.shape.rank).map { labelled.labels(ofAxis: $0) }
    }
    let name = "blocks.0.attn.pattern"
    #expect(try labels(name) == [nil, nil, nil, nil])
    #expect(try labels("\(name)[0, 0]") == [["The", " ferry", "\n"], ["The", " ferry", "\n"]])
    #expect(try labels("\(name)[1, 0, 1:]") == [["渡し", " é"], ["A", "渡し", " é"]])
    #expect(try labels("\(name)[:, 0, ::-1][1]") == [[" é", "渡し", "A"], ["A", "渡し", " é"]])
    #expect(try labels("\(name)[1:2][0, 0, 0]") == [["A", "渡し", " é"]])
    #expect(try labels("\(name)[1:2, 0]")[1] == ["A", "渡し", " é"])
    #expect(try labels("(2 * \(name) + 1)[0, 0, 2]") == [["The", " ferry", "\n"]])
    #expect(try labels("softmax(\(name)[0, 0, 1:]).T")[1] == [" ferry", "\n"])
    #expect(try labels("sum(\(name), axis: 'key')[1, 0]") == [["A", "渡し", " é"]])
    #expect(try labels("(\(name)[1, 0] @ [1, 2, 3])") == [["A", "渡し", " é"]])
    #expect(try labels("sum(\(name), axis: 'batch')") == [nil, nil, nil])
  }
}
