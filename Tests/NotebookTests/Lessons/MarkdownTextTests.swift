import Foundation
import Testing

@testable import Notebook

@Suite struct MarkdownTextTests {
  private func render(_ text: String, width: Int = 30, colour: Page.Colour = .none) -> String {
    MarkdownText(page: Page(width: width, colour: colour)).render(text)
  }

  @Test func wrapsAtBlanks() {
    #expect(
      render("The ferry leaves at *noon* from the\nharbour, **always**.", width: 20) == """
        The ferry leaves at
        noon from the
        harbour, always.
        """)
    #expect(
      render("a \(String(repeating: "x", count: 40)) b") == """
        a
        \(String(repeating: "x", count: 40))
        b
        """)
  }

  @Test func setsEveryBlock() {
    let text = """
      # Title

      A `cell` and a [link](https://example.org).\\
      Next line.

      - one two three four five six seven
      - two

        more

      3. three
      4. four

      > quoted

          code  kept

      | a | b |
      |---|---|
      | 1 | 2 |

      ***
      """
    #expect(
      render(text) == """
        Title

        A `cell` and a link
        (https://example.org).
        Next line.

        • one two three four five six
          seven
        • two

          more

        3. three
        4. four

        │ quoted

            code  kept

        | a | b |
        |---|---|
        | 1 | 2 |

        ──────────────────────────────
        """)
  }

  @Test func colourOnlyIfThePageHasIt() {
    #expect(
      render("a **b c** `d`", colour: .full)
        == "a \u{1B}[1mb c\u{1B}[0m \u{1B}[36md\u{1B}[0m")
    #expect(render("a **b c** `d`") == "a b c `d`")
  }
}
