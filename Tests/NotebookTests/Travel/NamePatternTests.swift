import Testing

@testable import Notebook

/// A `*` inside a name is a pattern, and one between factors multiplies.
@Suite struct NamePatternTests {
  @Test(arguments: [
    ("norm(blocks.*.attn.q.weight.update)", "blocks.*.attn.q.weight.update"),
    ("mean(*.weight)", "*.weight"), ("blocks.0.*", "blocks.0.*"),
    ("2 * norm(blocks.*.ln1.weight) / blocks.*.ln1.weight[0]", "blocks.*.ln1.weight"),
    ("a.b*c.d", nil), ("x*2.5", nil), ("x.T*y.T", nil), ("loss", nil), ("2*.5", nil),
  ])
  func patternsAreFound(source: String, pattern: String?) throws {
    #expect(try NamePattern(source).pattern == pattern)
  }

  @Test func eachNameMakesAnExpression() throws {
    let names = ["blocks.0.w", "blocks.1.w", "embed.w"]
    let found = try NamePattern("norm(blocks.*.w) + blocks.*.w[0]").expressions(over: names)
    #expect(
      found == ["norm(blocks.0.w) + blocks.0.w[0]", "norm(blocks.1.w) + blocks.1.w[0]"])
  }

  @Test func twoPatternsAreRefused() {
    let error = #expect(throws: ExpressionError.self) {
      _ = try NamePattern("blocks.*.w + heads.*.w")
    }
    #expect(
      error?.description == """
        one expression takes one pattern, and this is a second one
          blocks.*.w + heads.*.w
                       ^^^^^^^^^
        write 'blocks.*.w' again, or a whole name
        """)
  }
}
