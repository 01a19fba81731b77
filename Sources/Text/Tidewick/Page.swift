extension Tidewick {
  /// A web page: what it says, and the dress that all pages of the town's site share.
  struct Page {
    enum Block {
      case paragraph(String)
      case list([String])
      case table(head: [String], rows: [[String]])
    }

    let name: String
    let title: String
    var blocks: [Block] = []

    init(name: String, title: String) {
      self.name = name
      self.title = title
    }

    /// What a reader reads, without the dress.
    var plain: String {
      let parts = blocks.map { block in
        switch block {
        case .paragraph(let text): text
        case .list(let items): items.map { "- " + $0 }.joined(separator: "\n")
        case .table(let head, let rows):
          ([head] + rows).map { $0.joined(separator: " | ") }.joined(separator: "\n")
        }
      }
      return ([title] + parts).joined(separator: "\n\n") + "\n"
    }

    var html: String {
      Page.top(title) + "<article>\n<h1>\(Page.escaped(title))</h1>\n"
        + blocks.map(Page.markup).joined(separator: "\n") + "\n</article>\n" + Page.bottom
    }

    private static func markup(_ block: Block) -> String {
      switch block {
      case .paragraph(let text): return "<p>\(escaped(text))</p>"
      case .list(let items):
        return "<ul>\n" + items.map { "<li>\(escaped($0))</li>\n" }.joined() + "</ul>"
      case .table(let head, let rows):
        let top = head.map { "<th>\(escaped($0))</th>" }.joined()
        let body = rows.map { row in
          "<tr>" + row.map { "<td>\(escaped($0))</td>" }.joined() + "</tr>\n"
        }
        return "<table>\n<tr>\(top)</tr>\n\(body.joined())</table>"
      }
    }

    private static func escaped(_ text: String) -> String {
      String(
        text.flatMap { character -> String in
          switch character {
          case "&": "&amp;"
          case "<": "&lt;"
          case "\"": "&quot;"
          case "'": "&#39;"
          default: String(character)
          }
        })
    }

    private static func top(_ title: String) -> String {
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <title>\(escaped(title)) | Tidewick Harbour</title>
      <style>body { font: 16px serif; } nav a { padding: 4px; } .cookies { background: #eee; }</style>
      <script>function accept() { document.cookie = "tidewick=yes"; hide("cookies"); }</script>
      </head>
      <body>
      <div class="cookies" id="cookies">We use cookies to make this site better. <button onclick="accept()">Accept all cookies</button> <a href="/privacy">Privacy policy</a></div>
      <header><a href="/">Tidewick Harbour</a> <span>The official site of the town</span></header>
      <nav><a href="/">Home</a> <a href="/news">News</a> <a href="/ferry">Ferry</a> <a href="/lost">Lost and found</a> <a href="/shops">Shops</a> <a href="/tides">Tides</a> <a href="/login">Log in</a></nav>
      <main>

      """
    }

    private static let bottom = """
      </main>
      <aside><h2>Share this page</h2> <a href="#">Send to a friend</a> <a href="#">Print</a></aside>
      <footer>&copy; Town of Tidewick. All rights reserved. <a href="/terms">Terms of use</a> &middot; <a href="/sitemap">Site map</a> &middot; Page made with GullPress 2.</footer>
      </body>
      </html>

      """
  }
}
