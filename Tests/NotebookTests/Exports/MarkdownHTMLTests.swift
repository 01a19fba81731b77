import Testing

@testable import Notebook

@Suite struct MarkdownHTMLTests {
  private func html(_ markdown: String) -> String { MarkdownHTML().render(markdown) }

  @Test func inlines() {
    #expect(
      html("a *b* **c** `d < e` & <f>")
        == "<p>a <em>b</em> <strong>c</strong> <code>d &lt; e</code> &amp; </p>")
  }

  @Test func onlyLinksToTheWebAndToStepsAreLinks() {
    #expect(
      html("[a](https://example.org/?b&c)")
        == "<p><a href=\"https://example.org/?b&amp;c\" rel=\"noreferrer\">a</a></p>")
    #expect(html("[a](other.md) [b](javascript:c)") == "<p>a b</p>")
    #expect(html("[a](#by-hand)") == "<p><a href=\"#by-hand\">a</a></p>")
    #expect(html("![a](https://example.org/a.png)").contains("<a href="))
  }

  @Test func tables() {
    let table = """
      | a | b |
      |---|---|
      | `c\\|d` | *e* |
      """
    #expect(
      html(table) == """
        <div class="wide" tabindex="0"><table>
        <tr><th>a</th><th>b</th></tr>
        <tr><td><code>c|d</code></td><td><em>e</em></td></tr>
        </table></div>
        """)
    #expect(MarkdownHTML.cells(of: "| a\\b | | c") == ["a\\b", "", "c"])
  }

  @Test func lists() {
    #expect(
      html("3. a\n4. b\n   - c") == """
        <ol start="3">
        <li>a</li>
        <li>b
        <ul>
        <li>c</li>
        </ul></li>
        </ol>
        """)
  }

  @Test func blocks() {
    #expect(
      html("# a\n\n> b\n\n---\n\n    c <d>") == """
        <h3>a</h3>
        <blockquote>
        <p>b</p>
        </blockquote>
        <hr>
        <pre tabindex="0"><code>c &lt;d&gt;
        </code></pre>
        """)
  }
}
