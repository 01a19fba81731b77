import Testing

@testable import Notebook

@Suite struct WhyErrorTests {
  @Test(arguments: [
    (
      "why",
      "error: ask about a number first, for example: why logits[0, -1, 5]"
    ),
    (
      "why up",
      "error: ask about a number first, for example: why logits[0, -1, 5]"
    ),
    (
      "why 3",
      """
      error: there is no operand 3
        3
        ^
      ask about a number first, for example: why logits[0, -1, 5]
      """
    ),
    (
      "why blocks.0.attn.patern[0, 0, 0, 0]",
      """
      error: there is no name 'blocks.0.attn.patern'
        blocks.0.attn.patern[0, 0, 0, 0]
        ^^^^^^^^^^^^^^^^^^^^
      did you mean 'blocks.0.attn.pattern'?
      """
    ),
    (
      "why blocks.0.attn.pattern",
      """
      error: blocks.0.attn.pattern has the axes [batch 1, head 4, query 8, key 8]: it needs 4 indices, not 0
        blocks.0.attn.pattern
        ^^^^^^^^^^^^^^^^^^^^^
      give one index for each, as in blocks.0.attn.pattern[0, 0, 0, 0]
      """
    ),
    (
      "why blocks.0.attn.pattern[0, 1, 9, 0]",
      """
      error: index 9 is outside axis query, which has 8 entries
        blocks.0.attn.pattern[0, 1, 9, 0]
                                    ^
      use 0 to 7: 0 the, 1 ·, 2 fer, 3 r, 4 y, 5 ·l, 6 eav, 7 es
      """
    ),
    (
      "why blocks.0.ln1[0, 1, -17]",
      """
      error: index -17 is outside axis width, which has 16 entries
        blocks.0.ln1[0, 1, -17]
                           ^^^
      use 0 to 15
      """
    ),
    (
      "why blocks.0.ln1[0, 1:3, 2]",
      """
      error: this takes several numbers
        blocks.0.ln1[0, 1:3, 2]
                        ^^^
      why asks about one: give one index for each axis of [batch 1, position 8, width 16]
      """
    ),
    (
      "why blocks.0.ln1[0, 1, 0.5]",
      """
      error: 0.5 is not a whole number
        blocks.0.ln1[0, 1, 0.5]
                           ^^^
      """
    ),
    (
      "why mine[0]",
      """
      error: mine is a value of yours
        mine[0]
        ^^^^
      why knows how the model's own numbers came about; `names` lists them
      """
    ),
    (
      "why embed[0, 0, 0] + 1",
      """
      error: why asks about one number by its name
        embed[0, 0, 0] + 1
        ^^^^^^^^^^^^^^^^^^
      for example: why logits[0, -1, 5]
      """
    ),
    (
      "why blocks.0.attn.q.weight.grad[0, 0]",
      """
      error: there is no name 'blocks.0.attn.q.weight.grad'
        blocks.0.attn.q.weight.grad[0, 0]
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^
      did you mean 'blocks.0.attn.q.weight'?
      """
    ),
  ])
  func mistakes(cell: String, expected: String) throws {
    let session = try WhyFixture.session(.llama)
    _ = session.run(cell: "forward the ferry leaves")
    _ = session.run(cell: "mine = [1, 2]")
    let result = session.run(cell: cell)
    #expect(result.text == expected)
    #expect(result.status == .badInput)
  }

  @Test func withoutAModelThereIsNothingToAskAbout() {
    let session = testSession()
    session.desk.tensors = nil
    #expect(
      session.run(cell: "why loss").text == """
        error: there is no number to ask about yet
          loss
          ^^^^
        `predict`, `forward` and `step` make them
        """)
  }

  @Test func movesEndWhereTheQuestionsBegan() throws {
    let session = try WhyFixture.session(.llama)
    _ = session.run(cell: "forward the ferry leaves")
    _ = session.run(cell: "why embed[0, 0, 0]")
    #expect(
      session.run(cell: "why up").text
        == "error: embed is where the questions began; why NAME[…] asks about another number")
    #expect(
      session.run(cell: "why 9").text == """
        error: there is no operand 9
          9
          ^
        the page has #1 to #1
        """)
    _ = session.run(cell: "why 1")
    #expect(
      session.run(cell: "why 1").text == """
        error: there is no operand 1
          1
          ^
        this number was made of no others; why up goes back
        """)
  }
}
