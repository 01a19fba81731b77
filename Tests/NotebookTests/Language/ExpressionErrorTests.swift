import Testing

@testable import Notebook

@Suite struct ExpressionErrorTests {
  @Test(arguments: [
    (
      "softmax(blocks.0.atn.pattern)",
      """
      no tensor blocks.0.atn.pattern
        softmax(blocks.0.atn.pattern)
                ^^^^^^^^^^^^^^^^^^^^
      did you mean blocks.0.attn.pattern?
      """
    ),
    (
      "ln(2)",
      """
      there is no function 'ln'
        ln(2)
        ^^
      did you mean 'log'?
      """
    ),
    (
      "sofmax(x)",
      """
      there is no function 'sofmax'
        sofmax(x)
        ^^^^^^
      did you mean 'softmax'?
      """
    ),
    (
      "x[0, 3] + 1",
      """
      index 3 is outside axis column, which has 3 entries
        x[0, 3] + 1
             ^
      use 0 to 2, or -1 to -3 counted from the end
      """
    ),
    (
      "x[0, 1, 2]",
      """
      3 indices for [row 2, column 3], which has 2 axes
        x[0, 1, 2]
                ^
      give at most 2
      """
    ),
    (
      "x @ x",
      """
      [row 2, column 3] @ [row 2, column 3]: the last axis on the left has 3 entries, axis row on the right 2
        x @ x
        ^^^^^
      transpose the right side: .T
      """
    ),
    (
      "x + v",
      """
      [row 2, column 3] and [item 4] do not fit together for +
        x + v
        ^^^^^
      matched from the last axis backwards, sizes must be equal or 1
      """
    ),
    (
      "\"a\" / 2",
      """
      / does not work between a text and a number
        "a" / 2
        ^^^^^^^
      it takes numbers and tensors
      """
    ),
    (
      "(1 + 2",
      """
      this ( is never closed
        (1 + 2
        ^
      add )
      """
    ),
    (
      "1 +",
      """
      the expression ends where a value should follow
        1 +
           ^
      """
    ),
    (
      "1 2",
      """
      the expression has ended before the number 2
        1 2
          ^
      put an operator or a comma between, or check the command's name (? lists them)
      """
    ),
    (
      "0 < x < 1",
      """
      comparisons do not chain
        0 < x < 1
              ^
      write each for itself: 0 < x and x < 1
      """
    ),
    (
      "x = 3",
      """
      '=' cannot stand here
        x = 3
          ^
      == compares; an assignment stands alone: x = expression
      """
    ),
    (
      "exp(x, 3)",
      """
      exp takes one argument
        exp(x, 3)
               ^
      write exp(x)
      """
    ),
    (
      "allclose(x, x, tolerence: 1)",
      """
      allclose has no argument 'tolerence'
        allclose(x, x, tolerence: 1)
                       ^^^^^^^^^
      did you mean 'tolerance'?
      """
    ),
    (
      "dot(x)",
      """
      dot needs the argument 'b'
        dot(x)
        ^^^^^^
      write dot(a, b)
      """
    ),
    (
      "lower(x)",
      """
      'text' must be a text, not a tensor [row 2, column 3]
        lower(x)
              ^
      """
    ),
    (
      "sum(x, axis: \"colum\")",
      """
      [row 2, column 3] has no axis 'colum'
        sum(x, axis: "colum")
                     ^^^^^^^
      did you mean 'column'?
      """
    ),
    (
      "mean(x[0, 3:])",
      """
      [column 0] has no elements
        mean(x[0, 3:])
             ^^^^^^^^
      """
    ),
    (
      "x > 1 and true",
      """
      a tensor [row 2, column 3] is neither true nor false
        x > 1 and true
        ^^^^^
      ask all(x), any(x) or allclose(x, y)
      """
    ),
    (
      "x[0].grad",
      """
      there is no property 'grad'
        x[0].grad
             ^^^^
      known are .T and .shape; name.grad and its like stand before the brackets
      """
    ),
    (
      "v.T",
      """
      .T swaps the last two axes, and a tensor [item 4] has 1
        v.T
        ^^^
      [item] needs none: x @ y takes it as it is
      """
    ),
    (
      "softmax",
      """
      softmax is a function
        softmax
        ^^^^^^^
      give it arguments: softmax(x, axis: -1)
      """
    ),
    (
      "x(0)",
      """
      'x' is a tensor [row 2, column 3], not a function
        x(0)
        ^
      indices stand in [ ]: x[0]
      """
    ),
    (
      "Out[9]",
      """
      cell 9 left no value
        Out[9]
        ^^^^^^
      there is Out[3]
      """
    ),
    (
      "“ferry”",
      """
      '“' has no meaning here
        “ferry”
        ^
      texts stand in plain quotes: "ferry"
      """
    ),
    (
      "len(\"渡し\") + \"渡し",
      """
      this text is never closed
        len("渡し") + "渡し
                      ^
      end it with "
      """
    ),
    (
      "1 / (2 - 2)",
      """
      division by zero
        1 / (2 - 2)
        ^^^^^^^^^^^
      """
    ),
    (
      "x[1.5]",
      """
      1.5 is not a whole number
        x[1.5]
          ^^^
      """
    ),
    (
      "x[::0]",
      """
      a step of 0 gets nowhere
        x[::0]
          ^^^
      """
    ),
    (
      "[[1, 2], [3]] + 1",
      """
      the lists in this list differ in length
        [[1, 2], [3]] + 1
        ^^^^^^^^^^^^^^^^^
      a tensor's rows are equally long
      """
    ),
    (
      "x.sum()",
      """
      sum is no property, but a function
        x.sum()
        ^^^^^
      write sum(x)
      """
    ),
    (
      "np.exp(1)",
      """
      there is no function 'np.exp'
        np.exp(1)
        ^^^^^^
      did you mean 'exp'?
      """
    ),
    (
      "True",
      """
      there is no name 'True'
        True
        ^^^^
      did you mean 'true'?
      """
    ),
    (
      "x[:, 1] + [1,\n 2, 3]",
      """
      [row 2] and [item 3] do not fit together for +
        x[:, 1] + [1,
        ^^^^^^^^^^^^^
      matched from the last axis backwards, sizes must be equal or 1
      """
    ),
    (
      "1 +\n nowhere",
      """
      there is no name 'nowhere'
         nowhere
         ^^^^^^^
      'names' lists the names there are
      """
    ),
    (
      "x[[0, 1], [0, 1]]",
      """
      only one index can be a list
        x[[0, 1], [0, 1]]
                  ^^^^^^
      write x[[0, 1]][:, [2, 3]]
      """
    ),
    (
      "x[[0, 2]]",
      """
      index 2 is outside axis row, which has 2 entries
        x[[0, 2]]
          ^^^^^^
      use 0 to 1, or -1 to -2 counted from the end
      """
    ),
    (
      "reshape(x, 4, -1)",
      """
      [row 2, column 3] has 6 numbers, which do not fill [4, -1]
        reshape(x, 4, -1)
                   ^^^^^
      the sizes must multiply to 6
      """
    ),
    (
      "zeros(1000000, 1000000)",
      """
      1000000 × 1000000 numbers more are too many: a cell may make 67 108 864
        zeros(1000000, 1000000)
              ^^^^^^^^^^^^^^^^
      work on a part, as in x[:100]
      """
    ),
    (
      "concat([x, v])",
      """
      [row 2, column 3] and [item 4] cannot stand behind each other along axis row
        concat([x, v])
               ^^^^^^
      their other axes must be equally long
      """
    ),
    (
      "topk(v, 5)",
      """
      k must be 0 to 4, the size of axis item
        topk(v, 5)
                ^
      """
    ),
    (
      "encode(\"a\")",
      """
      there is no tokenizer yet
        encode("a")
        ^^^^^^^^^^^
      """
    ),
    (
      "In[3]",
      """
      there was no cell 3
        In[3]
        ^^^^^
      '%history' lists the cells
      """
    ),
    (
      "sum(x, axis: 0, axis: 1)",
      """
      the argument 'axis' is given twice
        sum(x, axis: 0, axis: 1)
                        ^^^^^^^
      """
    ),
    (
      "causal(x.T)",
      """
      causal takes scores [query, key] with at least as many keys as queries, not [column 3, row 2]
        causal(x.T)
               ^^^
      """
    ),
    (
      "randn(2, seed: 0.5)",
      """
      0.5 is not a whole number
        randn(2, seed: 0.5)
                       ^^^
      """
    ),
    (
      "cos(1e10)",
      """
      1e+10 turns too often: angles lie below 1e9
        cos(1e10)
            ^^^^
      """
    ),
    (
      "onehot([3], 3)",
      """
      3 is outside 0 to 2
        onehot([3], 3)
               ^^^
      """
    ),
  ])
  func texts(source: String, expected: String) {
    #expect(TestScope().outcome(source) == expected)
  }

  @Test func aLongLineIsShownAroundThePlace() {
    let source =
      String(repeating: "1 + ", count: 40) + "nowhere + " + String(repeating: "1 + ", count: 40)
      + "1"
    #expect(
      TestScope().outcome(source) == """
        there is no name 'nowhere'
          …+ 1 + 1 + 1 + 1 + 1 + 1 + 1 + nowhere + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 …
                                         ^^^^^^^
        'names' lists the names there are
        """)
  }
}
