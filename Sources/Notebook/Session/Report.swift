/// What a command gives back: a text for people and, encoded, the same facts for machines.
package protocol Report: Encodable {
  /// The text for people, without a final newline.
  func text(on page: Page) -> String
  /// What of the text can be drawn, for pages and files with pictures; nil if nothing.
  var figure: Figure? { get }
  /// What the text says that the figure does not; asked for only if there is one.
  func caption(on page: Page) -> String
}

extension Report {
  package var figure: Figure? { nil }
  package func caption(on page: Page) -> String { "" }
}

/// A measured quantity that truly varies from run to run: seconds, bytes per second. The one type
/// through which such figures are printed, so that transcripts can leave them out.
package struct Varying: Encodable, Sendable {
  package let value: Double
  private let format: @Sendable (Double) -> String

  package init(_ value: Double, format: @escaping @Sendable (Double) -> String) {
    self.value = value
    self.format = format
  }

  /// The formatted figure, or `…` in a transcript.
  package func text(on page: Page) -> String { page.isTranscript ? "…" : format(value) }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}
