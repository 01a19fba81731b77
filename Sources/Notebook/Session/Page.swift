/// What a report is written on: how wide it is, which colours it has, and whether its text is a
/// lesson's transcript, in which nothing may vary from day to day.
package struct Page: Sendable {
  package enum Colour: Sendable { case none, palette256, full }

  /// Columns.
  package var width: Int
  package var colour: Colour
  /// True while a transcript is compared or written: measured times are shown as `…`.
  package var isTranscript: Bool
  /// True where wider lines would be broken anywhere: a file or a pipe keeps them whole.
  package var isTerminal: Bool

  package init(
    width: Int = 80, colour: Colour = .none, isTranscript: Bool = false, isTerminal: Bool = false
  ) {
    self.width = width
    self.colour = colour
    self.isTranscript = isTranscript
    self.isTerminal = isTerminal
  }

  /// What every lesson's transcript is written on.
  package static let transcript = Page(width: 80, colour: .none, isTranscript: true)
}
