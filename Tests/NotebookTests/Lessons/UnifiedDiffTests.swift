import Testing

@testable import Notebook

@Suite struct UnifiedDiffTests {
  private func diff(_ old: [String], _ new: [String]) -> String? {
    UnifiedDiff.text(from: old, named: "old", to: new, named: "new")
  }

  @Test func equalTextsHaveNone() {
    #expect(diff([], []) == nil)
    #expect(diff(["a", "b"], ["a", "b"]) == nil)
  }

  @Test func aChangeHasThreeLinesAround() {
    let old = (1...9).map(String.init)
    var new = old
    new[4] = "five"
    #expect(
      diff(old, new) == """
        --- old
        +++ new
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8
        """)
  }

  @Test func distantChangesAreTwoHunks() {
    let old = (1...20).map(String.init)
    let new = Array(old.dropFirst()) + ["21"]
    #expect(
      diff(old, new) == """
        --- old
        +++ new
        @@ -1,4 +1,3 @@
        -1
         2
         3
         4
        @@ -18,3 +17,4 @@
         18
         19
         20
        +21
        """)
  }

  @Test func emptySidesAreNamedByTheLineBefore() {
    #expect(diff([], ["a"]) == "--- old\n+++ new\n@@ -0,0 +1 @@\n+a")
    #expect(diff(["a"], []) == "--- old\n+++ new\n@@ -1 +0,0 @@\n-a")
  }

  @Test func comparesBytesNotLetters() {
    #expect(diff(["\u{E9}"], ["e\u{301}"]) != nil)
  }
}
