/// A cell that ran, as `%history` and `%save` know it.
package struct CellRecord: Sendable {
  package let number: Int
  package let text: String
  /// All that it printed, as a lesson's transcript has it: 80 columns, no colours, `…` for times.
  package let output: String
  package let status: CellResult.Status
}

/// What a cell draws, and what it says beside that, as a transcript has it.
package struct CellDrawing: Sendable {
  package let figure: Figure
  /// On the page of a transcript; empty if the picture says it all.
  package var caption: String
}

/// What a cell prints: on the page at hand, and on that of a transcript.
struct CellOutput {
  let text: String
  let transcript: String
  /// Nil if there is nothing to draw.
  var drawing: CellDrawing?

  init(text: String, transcript: String) { (self.text, self.transcript) = (text, transcript) }

  /// What a report gives for people.
  init(_ report: any Report, on page: Page) {
    self.init(on: page) { report.text(on: $0) }
    drawing = report.figure.map {
      CellDrawing(figure: $0, caption: report.caption(on: .transcript))
    }
  }

  /// The same everywhere.
  init(_ text: String) { (self.text, transcript) = (text, text) }

  init(on page: Page, _ render: (Page) throws -> String) rethrows {
    let rendered = try render(page)
    text = page.isTerminal ? Prose.fitted(rendered, width: page.width) : rendered
    transcript = page.isTranscript ? rendered : try render(.transcript)
  }
}
