/// How a question and what is said about its answers look on a page.
struct PredictionText {
  private let prediction: Prediction
  private let page: Page

  init(_ prediction: Prediction, page: Page) {
    self.prediction = prediction
    self.page = page
  }

  var question: String { Ink.bold.paint("? ", on: page) + wrapped(prediction.question, indent: 2) }

  var hint: String { wrapped("Hint: " + prediction.hint) }

  /// The solution with its reason.
  var solution: String { withReason("A right answer is: \(prediction.solution)") }

  var right: String { withReason("Right.") }

  var skipped: String { "Skipped. " + solution }

  func wrong(reason: String?) -> String {
    let first = "Not so." + (reason.map { " This answer cannot be compared: \($0)" } ?? "")
    return first + "\nTry again; or `hint`, `solution` or `skip`."
  }

  private func withReason(_ text: String) -> String {
    text + "\n" + wrapped(prediction.because)
  }

  private func wrapped(_ markdown: String, indent: Int = 0) -> String {
    var narrow = page
    narrow.width = max(page.width - indent, 8)
    return MarkdownText(page: narrow).render(markdown)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\n" + String(repeating: " ", count: indent))
  }
}
