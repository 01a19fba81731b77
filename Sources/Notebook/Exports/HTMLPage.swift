/// A played lesson as one page that needs nothing beside itself: no script, no font, no picture from
/// anywhere, and a policy that tells the browser so.
struct HTMLPage {
  private let document: LessonDocument

  init(_ document: LessonDocument) { self.document = document }

  private static let policy =
    "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:;"
    + " style-src 'unsafe-inline'"

  /// The whole file.
  var text: String {
    let front = document.lesson.front
    let steps = document.lesson.steps.count
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <link rel="icon" href="data:,">
      <title>\(SVG.escaped(front.title))</title>
      <style>
      \(PageStyle.text)
      </style>
      </head>
      <body>
      <header>
      <h1>\(SVG.escaped(front.title))</h1>
      <p class="faint">\(LessonText.count(steps, "step")), \
      \(LessonText.count(front.minutes, "minute"))</p>
      </header>
      <nav aria-label="Steps"><ol>
      \(contents)
      </ol></nav>
      <main>
      \(document.parts.map(html).joined(separator: "\n"))
      </main>
      <footer class="faint">
      <p>Play it yourself: <code>glassbox lesson \(front.id)</code></p>
      </footer>
      </body>
      </html>

      """
  }

  private var contents: String {
    document.lesson.steps.map { step in
      "<li><a href=\"#\(step.id)\">\(SVG.escaped(step.title))</a></li>"
    }.joined(separator: "\n")
  }

  private func html(_ part: LessonDocument.Part) -> String {
    switch part {
    case .heading(let step, _): "<h2 id=\"\(step.id)\">\(SVG.escaped(step.title))</h2>"
    case .prose(let blocks): MarkdownHTML().render(blocks)
    case .cell(let played): html(played)
    case .question(let prediction, let number): html(prediction, number: number)
    }
  }

  private func html(_ played: PlayedCell) -> String {
    var parts = [
      "<pre class=\"input\" tabindex=\"0\"><span class=\"prompt\">In [\(played.number)]: </span>"
        + "<code>\(SVG.escaped(played.cell.text))</code></pre>"
    ]
    func output(_ text: String) {
      let style = played.failed ? "output error" : "output"
      parts.append("<pre class=\"\(style)\" tabindex=\"0\">\(SVG.escaped(text))</pre>")
    }
    if let drawing = played.drawing {
      if !drawing.caption.isEmpty { output(drawing.caption) }
      parts.append("<figure tabindex=\"0\">\n\(drawing.figure.picture.svg)</figure>")
    } else if !played.lines.isEmpty {
      output(played.lines.joined(separator: "\n"))
    }
    return "<section class=\"cell\">\n\(parts.joined(separator: "\n"))\n</section>"
  }

  private func html(_ prediction: Prediction, number: Int) -> String {
    let markdown = MarkdownHTML()
    return """
      <section class="question">
      <p class="label">Question \(number)</p>
      \(markdown.render(prediction.question))
      <details><summary>Hint</summary>
      \(markdown.render(prediction.hint))
      </details>
      <details><summary>Answer</summary>
      <p><code>\(SVG.escaped(prediction.solution))</code></p>
      \(markdown.render(prediction.because))
      </details>
      </section>
      """
  }
}
