import Testing

@testable import Text

@Suite struct GlobTests {
  @Test(arguments: [
    ("*.txt", "a.txt", true), ("*.txt", "b/a.txt", false), ("**/*.txt", "a.txt", true),
    ("**/*.txt", "b/c/a.txt", true), ("a/**/z", "a/z", true), ("a/**/z", "a/b/c/z", true),
    ("a/**/z", "az", false), ("a?c", "abc", true), ("a?c", "a/c", false), ("", "", true),
    ("*", "", true), ("a", "", false), ("**", "a/b", true), ("t/*_gut.txt", "t/x_gut.txt", true),
    ("t/*_gut.txt", "t/x_gut_f.txt", false),
  ])
  func fits(pattern: String, path: String, expected: Bool) {
    #expect(Glob(pattern).matches(path) == expected)
  }

  @Test func manyStarsDoNotTakeForever() {
    let pattern = String(repeating: "*a", count: 50) + "b"
    #expect(!Glob(pattern).matches(String(repeating: "a", count: 200)))
  }
}
