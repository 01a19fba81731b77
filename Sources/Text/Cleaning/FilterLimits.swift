/// What a kind of document may be and still be kept.
package struct FilterLimits: Equatable, Sendable {
  package var fewestWords = 20
  package var longestLine = 20_000
  package var symbolShare = 0.15
  package var letterWordShare = 0.6
  package var repeatedLineShare = 0.3
  package var topTrigramShare = 0.25
  package var repeatedRunShare = 0.5
  package var mustBeEnglish = true

  package init() {}

  /// Prose gets the strictest limits; source code is short in words, rich in symbols, and repeats
  /// itself; conversations repeat greetings.
  package static func standard(for kind: DocumentKind) -> FilterLimits {
    var limits = FilterLimits()
    switch kind {
    case .book, .web, .research: break
    case .documentation:
      limits.symbolShare = 0.25
      limits.letterWordShare = 0.5
    case .conversation:
      limits.fewestWords = 6
      limits.repeatedLineShare = 0.6
      limits.topTrigramShare = 0.35
      limits.repeatedRunShare = 0.6
    case .code:
      limits.fewestWords = 5
      limits.longestLine = 1_000
      limits.symbolShare = 0.5
      limits.letterWordShare = 0.3
      limits.repeatedLineShare = 0.6
      limits.topTrigramShare = 0.4
      limits.repeatedRunShare = 0.7
      limits.mustBeEnglish = false
    }
    return limits
  }
}
