import Testing

@testable import Notebook

@Suite struct FunctionTests {
  @Test func everyFunctionHasItsNameOnce() {
    let names = Function.all.map(\.name)
    #expect(Set(names).count == names.count)
    for name in [
      "softmax", "logsoftmax", "exp", "log", "sqrt", "tanh", "gelu", "silu", "relu", "sum", "mean",
      "max", "min", "argmax", "var", "norm", "cos", "dot", "concat", "reshape", "transpose",
      "causal", "onehot", "topk", "sort", "allclose", "len", "encode", "decode", "zeros", "ones",
      "arange", "randn",
    ] {
      #expect(names.contains(name))
    }
  }

  @Test func everyExampleWorksAndIsShownByHelp() throws {
    let session = try ModelFixture.session(ModelFixture.gpt2)
    for function in Function.all {
      #expect(throws: Never.self, "\(function.example)") {
        try Evaluator.value(of: function.example, in: session)
      }
      #expect(function.example.contains(function.name + "("))
      let help = session.run(cell: "?\(function.name)").text
      #expect(help.contains(function.signature))
      #expect(help.contains("\nexample: \(function.example)\n"))
    }
  }

  @Test func theOverviewListsEveryFunctionByKind() {
    let text = testSession(width: 100).run(cell: "?").text
    for group in Function.groups { #expect(text.contains("\n\(group.title)  ")) }
    let words = text.split(whereSeparator: \.isWhitespace)
    for function in Function.all { #expect(words.contains(Substring(function.name))) }
    for magic in Magic.names { #expect(words.contains(Substring(magic))) }
  }

  @Test func helpOnAPieceSaysHowToCallIt() throws {
    let session = try ModelFixture.session(ModelFixture.llama)
    #expect(
      session.run(cell: "?blocks.0.attn.scores").text == """
        blocks.0.attn.scores  [batch 1, head 4, query 5, key 5]
        queries times keys over √(head size); -inf where a key lies ahead
        blocks.0.attn.scores(q, k) computes it from what feeds it
        """)
    #expect(
      session.run(cell: "?blocks.1").text == """
        blocks.1
        one block: the stream after attention and feed-forward
        blocks.1(x) computes it from what feeds it
        """)
  }
}
