/// A lesson that says what is to be written where, and passes every check as it is.
struct LessonSkeleton {
  let id: String
  /// Made of the id if there is none.
  let title: String?
  let needs: [String]

  var text: String {
    """
    ---
    id: \(id)
    title: \(ValueText.literal(.text(title ?? titleOfID)))
    needs: [\(needs.joined(separator: ", "))]
    minutes: 5
    seed: 1
    ---

    Say here, in two or three sentences, what the reader will know afterwards that they do not know now.

    ## First look {#first-look}

    Say what comes, then show it. Lines after `> ` are cells; what they print is written below them by
    `promote \(id)`, never by hand.

    ```glassbox
    > x = 6 * 7
    > x
    42
    ```

    Then say what the reader has seen.

    ## Predict {#predict}

    Ask before you show: who has committed to an answer reads the next line with other eyes.

    ```predict
    question: "What will `x / 4` be? (a number)"
    check: abs(answer - 10.5) < 0.01
    hint: A quarter of forty is ten.
    solution: "10.5"
    wrong: ["10", "a quarter"]
    because: Forty-two is four times ten and a half.
    ```

    ```glassbox
    > x / 4
    10.5
    ```

    ## What to try next {#next}

    - `x * 1.5`: name two or three cells that are worth typing.

    """
  }

  /// `06-own-text` becomes `Own text`.
  private var titleOfID: String {
    let words = id.split(separator: "-").drop { Int($0) != nil }.joined(separator: " ")
    return words.isEmpty ? "Untitled" : words.prefix(1).uppercased() + words.dropFirst()
  }
}
