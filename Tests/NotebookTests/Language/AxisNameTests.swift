import Testing

@testable import Notebook

/// Names and labels of axes follow through the operations.
@Suite struct AxisNameTests {
  private func axes(_ source: String) throws -> String {
    try Evaluator.value(of: source, in: TestScope()).tensorValue().shape.description
  }

  private func labels(_ source: String, axis: Int) throws -> [String]? {
    try Evaluator.value(of: source, in: TestScope()).tensorValue().labels(ofAxis: axis)
  }

  @Test(arguments: [
    ("blocks.0.attn.q.T", "[batch 1, head 2, channel 4, position 3]"),
    ("transpose(blocks.0.attn.q, 1, 2)", "[batch 1, position 3, head 2, channel 4]"),
    ("softmax(blocks.0.attn.pattern, axis: \"query\")", "[batch 2, head 1, query 3, key 3]"),
    ("mean(blocks.0.attn.q, axis: \"head\")", "[batch 1, position 3, channel 4]"),
    (
      "mean(blocks.0.attn.q, axis: \"head\", keepdims: true)",
      "[batch 1, head 1, position 3, channel 4]"
    ),
    ("blocks.0.attn.q[0] @ ones(4, 5)", "[head 2, position 3, item 5]"),
    ("ones(3) + blocks.0.attn.pattern", "[batch 2, head 1, query 3, key 3]"),
    ("reshape(blocks.0.attn.q, 1, 2, 12)", "[batch 1, head 2, item 12]"),
    ("reshape(blocks.0.attn.q, 6, 4)", "[row 6, channel 4]"),
    ("reshape(blocks.0.attn.q, head: 2, width: -1)", "[head 2, width 12]"),
    ("zeros(query: 2, key: 3)", "[query 2, key 3]"), ("randn(2, width: 3)", "[row 2, width 3]"),
    ("onehot([1, 0], 2)", "[item 2, class 2]"),
    (
      "concat([blocks.0.attn.pattern, blocks.0.attn.pattern], axis: \"key\")",
      "[batch 2, head 1, query 3, key 6]"
    ),
    ("topk(blocks.0.attn.q, 2)[1]", "[batch 1, head 2, position 3, channel 2]"),
    ("argmax(blocks.0.attn.q)", "[batch 1, head 2, position 3]"),
    ("rotary(blocks.0.attn.q)", "[batch 1, head 2, position 3, channel 4]"),
    ("blocks.0.attn.q[0, :, 1]", "[head 2, channel 4]"),
    ("blocks.0.attn.q[0, [1, 1, 0]]", "[head 3, position 3, channel 4]"),
  ])
  func names(source: String, expected: String) throws {
    // A list of indices keeps the name of the axis that it indexes.
    #expect(try axes(source) == expected)
  }

  @Test func labelsFollowSortingJoiningAndPermuting() throws {
    let row = "blocks.0.attn.pattern[0, 0, 0]"
    #expect(try labels("topk(\(row), 2)[0]", axis: 0) == ["\n", " ferry"])
    #expect(try labels("sort(\(row), descending: true)", axis: 0) == ["\n", " ferry", "The"])
    #expect(try labels("concat([\(row), \(row)[:1]])", axis: 0) == ["The", " ferry", "\n", "The"])
    #expect(try labels("blocks.0.attn.pattern[0, 0][:, [2, 0]]", axis: 1) == ["\n", "The"])
    #expect(
      try labels("transpose(blocks.0.attn.pattern, 0, 2)[0, 0][1]", axis: 0) == ["A", "渡し", " é"])
    #expect(
      try labels("mean(blocks.0.attn.pattern, axis: 1, keepdims: true)[1, 0, 0]", axis: 0)
        == ["A", "渡し", " é"])
    #expect(try labels("mean(\(row), axis: 0, keepdims: true)", axis: 0) == nil)
    #expect(
      try labels("reshape(blocks.0.attn.pattern[0, 0], 3, 3, 1)", axis: 1) == [
        "The", " ferry", "\n",
      ])
  }
}
