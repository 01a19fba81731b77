import Testing

@testable import Text

@Suite struct HTMLExtractorTests {
  private func text(_ html: String) -> String { HTMLExtractor.extract(html).text }

  @Test func furnitureGoesAndContentStays() {
    let page = """
      <!DOCTYPE html>
      <html><head><title>Timetable - Tidewick</title><style>p { color: red }</style></head>
      <body>
      <header><a href="/">Tidewick Harbour</a></header>
      <nav><ul><li><a href="/a">Home</a></li><li><a href="/b">Ferry</a></li></ul></nav>
      <div class="cookie-banner">We use cookies. <button>Accept</button></div>
      <main>
      <h1>Timetable</h1>
      <p>The ferry leaves at <b>noon</b>.</p>
      <aside>Advertisement</aside>
      <form><input name="q"><label>Search</label></form>
      </main>
      <script>if (a < b) { alert("</p>") }</script>
      <footer>Copyright Tidewick</footer>
      </body></html>
      """
    let result = HTMLExtractor.extract(page)
    #expect(result.text == "# Timetable\n\nThe ferry leaves at noon.\n")
    #expect(
      result.tallies.filter { $0.count > 0 } == [
        Tally("tags", 8), Tally("navigation", 1), Tally("headers and footers", 2),
        Tally("asides", 1), Tally("forms", 1), Tally("notices and adverts", 1),
        Tally("scripts and styles", 2),
      ])
  }

  @Test func listsTablesAndPreformattedTextKeepTheirShape() {
    let page = """
      <h2>Stops</h2><ul><li>Quay<li><p>Mill</p><ol><li>north<li>south</ol></ul>
      <table><tr><th>From<th>To</tr><tr><td>Quay</td><td>Mill</td></tr></table>
      <pre>
      if tide == high
        sail
      </pre>after<br>break
      """
    #expect(
      text(page) == """
        ## Stops

        - Quay
        - Mill

          1. north
          2. south

        From | To
        Quay | Mill

        if tide == high
          sail

        after
        break

        """)
  }

  @Test(arguments: [
    ("fish &amp; chips", "fish & chips"), ("caf&eacute;", "café"), ("&#8212;&#x2014;", "——"),
    ("&#151;", "—"), ("AT&T &unknown; &", "AT&T &unknown; &"), ("a&nbsp;b", "a b"),
    ("&#0;&#xD800;&#99999999999;", "\u{FFFD}\u{FFFD}&#99999999999;"), ("&#65 x", "A x"),
    ("&lt;b&gt; &amp;lt;", "<b> &lt;"),
  ])
  func references(html: String, expected: String) {
    #expect(text("<p>\(html)</p>") == expected + "\n")
  }

  @Test(arguments: [
    ("a < b and b > c", "a < b and b > c"), ("<p title=\"a > b\">x", "x"), ("<p title=\"x>y", "y"),
    ("x<!-- a --><!-- <p> -->y", "xy"), ("x<!-- never closed", "x"), ("<", "<"), ("", ""),
    ("<title>never closed", "never closed"), ("<script>never closed", "never closed"),
    ("</div></p>loose</li>", "loose"), ("<nav>never closed <p>kept", "never closed\n\nkept"),
    ("<P CLASS=Menu>drop</P>keep", "keep"), ("<a<b>c", "c"), ("x<br/>y", "x\ny"),
    ("<![CDATA[x]]>y", "y"), ("<?php echo 1 ?>y", "y"),
  ])
  func brokenPagesAreReadAsFarAsTheyGo(html: String, expected: String) {
    #expect(text(html) == expected + "\n")
  }

  @Test func whatHoldsThePageIsKeptWhateverItIsCalled() {
    let page = "<div class=\"menu with-sidebar\"><h1>Menu of the inn</h1><p>Fish pie.</p></div>"
    #expect(text(page) == "# Menu of the inn\n\nFish pie.\n")
    let beside =
      "<div class=\"has-sidebar\">Words.</div><div class=\"site-footer\">Foot.</div><p>"
      + "Enough other words that neither block is most of the page.</p>"
    #expect(!text(beside).contains("Foot"))
    #expect(text(beside).contains("Words"))
  }

  @Test func anArticlesHeaderIsContent() {
    let page = "<header>Site</header><article><header><h1>Storm</h1></header><p>Rain.</p></article>"
    #expect(text(page) == "# Storm\n\nRain.\n")
  }

  @Test func theTitleLeadsWhereNoHeadingSaysIt() {
    #expect(text("<title>Lamps</title><p>Oil.") == "# Lamps\n\nOil.\n")
    #expect(
      text("<title>UPDATE</title><h1>1. Overview</h1>x") == "# UPDATE\n\n# 1. Overview\n\nx\n")
    #expect(text("<title>Lamps | Town</title><h1>Lamps</h1>Oil.") == "# Lamps\n\nOil.\n")
  }

  @Test func listsMadeOfLinksAreNavigation() {
    let links = "<ul><li><a href=1>One</a><li><a href=2>Two</a><li><a href=3>Three</a></ul>"
    let prose = "<p>Long enough text around it that the list is not most of the page at all.</p>"
    #expect(text(links + prose) == prose.dropFirst(3).dropLast(4) + "\n")
    let named = links.replacing("href", with: "name")
    #expect(text(named + prose).hasPrefix("- One\n- Two"))
  }

  @Test func hostilePagesTakeNoLongerThanTheirLength() {
    let many = 20_000
    let pages = [
      String(repeating: "<nav>", count: many), String(repeating: "<!--", count: many),
      String(repeating: "<a href=\"", count: many), String(repeating: "<script>", count: many),
      String(repeating: "<ul><li>", count: many), String(repeating: "&#", count: many),
    ]
    for page in pages { _ = HTMLExtractor.extract(page) }
    let nested = String(repeating: "<ul><li>", count: 500) + "x"
    #expect(HTMLExtractor.extract(nested).text.utf8.count < 200)
  }
}
