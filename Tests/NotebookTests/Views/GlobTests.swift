import Testing

@testable import Notebook

@Suite struct GlobTests {
  @Test(arguments: [
    ("*", "anything", true), ("blocks.*.q", "blocks.0.attn.q", true), ("b?ocks", "blocks", true),
    ("blocks", "blocks.0", false), ("*.q", "blocks.0.q.weight", false), ("a*b*c", "aXbYbZc", true),
    ("a*b*c", "aXbYbZ", false), ("", "", true), ("", "a", false), ("**", "", true),
    ("?", "", false),
  ])
  func matching(pattern: String, name: String, expected: Bool) {
    #expect(Glob.matches(name, pattern) == expected)
  }
}
